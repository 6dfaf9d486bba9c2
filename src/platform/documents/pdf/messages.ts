/** What the process that sets PDFs is asked. */
export interface Ask {
  readonly id: number;
  /** Typst source; it reads its data with `json("/data.json")`. */
  readonly template: string;
  /** JSON. */
  readonly data: string;
}

/** What it answers, with the bytes of memory that it holds by now. */
export type Answer =
  | { readonly id: number; readonly pdf: Uint8Array; readonly memory: number }
  | { readonly id: number; readonly fault: string; readonly memory: number };
