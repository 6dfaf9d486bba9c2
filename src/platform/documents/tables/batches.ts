import type { TableRow } from './types.ts';

/** The first `limit` rows of batches. */
export async function* limited(
  batches: AsyncIterable<TableRow[]>,
  limit: number,
): AsyncGenerator<readonly TableRow[]> {
  let left = limit;
  for await (const batch of batches) {
    if (batch.length >= left) {
      yield batch.slice(0, left);
      return;
    }
    left -= batch.length;
    yield batch;
  }
}
