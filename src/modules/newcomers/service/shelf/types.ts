/** A file that was handed over. */
export interface ShelfFile {
  /** Below the folder, with slashes. */
  readonly path: string;
  readonly size: number;
  open(): Promise<AsyncIterable<Uint8Array>>;
}

/** The files that were handed over with an old site: a folder of this machine, or what is in a ZIP file. */
export interface Shelf {
  /** The file under a path that leads nowhere else; null when there is none. */
  find(path: string): Promise<ShelfFile | null>;
  /** All of them, in order. */
  list(): AsyncIterable<ShelfFile>;
  close(): Promise<void>;
}

/** Reads a file to its end. */
export async function wholeFile(file: ShelfFile): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const part of await file.open()) parts.push(part);
  return Buffer.concat(parts);
}
