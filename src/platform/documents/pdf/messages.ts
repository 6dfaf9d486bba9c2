import type { Answered } from '../../apart.ts';

/** What the process that sets PDFs is asked. */
export interface Ask {
  readonly id: number;
  /** Typst source; it reads its data with `json("/data.json")`. */
  readonly template: string;
  /** JSON. */
  readonly data: string;
  /** Pictures by the names that the template asks for. */
  readonly files?: PdfFiles;
}

/** Bytes of pictures by name, such as `tranh-1.jpg`: `image("/tranh-1.jpg")`. */
export type PdfFiles = Readonly<Record<string, Uint8Array>>;

/** What it answers. */
export type Answer = Answered & ({ readonly pdf: Uint8Array } | { readonly fault: string });
