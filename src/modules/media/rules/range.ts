/** The first and the last byte that are sent, both included. */
export interface Part {
  readonly first: number;
  readonly last: number;
}

/**
 * What a `Range` header asks of a file (RFC 9110): a part; 'all' where there is none, or one that is
 * not understood, or several; 'none' where nothing of it is there.
 */
export function partOf(header: string | undefined, size: number): Part | 'all' | 'none' {
  const asked = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '');
  if (asked === null) return 'all';
  const [, from = '', to = ''] = asked;
  if (from === '') {
    if (to === '') return 'all';
    const length = Math.min(Number(to), size);
    return length === 0 ? 'none' : { first: size - length, last: size - 1 };
  }
  const first = Number(from);
  const last = to === '' ? size - 1 : Number(to);
  if (last < first && to !== '') return 'all';
  return first >= size ? 'none' : { first, last: Math.min(last, size - 1) };
}
