import type { Answered } from '../../apart.ts';

/** What the process that sets PDFs is asked. */
export interface Ask {
  readonly id: number;
  /** Typst source; it reads its data with `json("/data.json")`. */
  readonly template: string;
  /** JSON. */
  readonly data: string;
}

/** What it answers. */
export type Answer = Answered & ({ readonly pdf: Uint8Array } | { readonly fault: string });
