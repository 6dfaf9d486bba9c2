import type { Bytes, Newcomer, Newcomers, Problem } from './types.ts';

// What the tests of the readers share.

/** A file as a stream of pieces of so many bytes, so that every place of it is once a place of cutting. */
export function* cut(text: string | Uint8Array, size: number): Generator<Uint8Array> {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

export async function listed(stream: Newcomers): Promise<Newcomer[]> {
  const all: Newcomer[] = [];
  for await (const one of stream) all.push(one);
  return all;
}

type OfKind<One, Kind> = One extends { readonly kind: infer Has }
  ? [Kind & Has] extends [never]
    ? never
    : One
  : never;

export function of<Kind extends Newcomer['kind']>(
  all: readonly Newcomer[],
  ...kinds: readonly Kind[]
): OfKind<Newcomer, Kind>[] {
  return all.filter((one): one is OfKind<Newcomer, Kind> =>
    (kinds as readonly string[]).includes(one.kind),
  );
}

export const problemsOf = (all: readonly Newcomer[]): string[] =>
  of(all, 'problem').map(
    ({ code, count, data }: Problem) =>
      `${code}${data.name === undefined && data.type === undefined ? '' : ` ${data.name ?? data.type}`} ${count}`,
  );

/** A stream that makes its pieces as they are asked for: a file of any length without a file. */
export async function* made(pieces: Iterable<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  for (const piece of pieces) yield encoder.encode(piece);
}

export type { Bytes };
