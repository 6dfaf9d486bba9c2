const most = 200;
const known = new Map<string, boolean>();

/** True when an `Accept-Encoding` header takes the coding. Browsers send few of them: each is read once. */
export function takes(header: string | undefined, coding: 'br' | 'gzip'): boolean {
  const key = `${coding} ${header ?? ''}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  if (known.size >= most) known.clear();
  const answer = read(header ?? '', coding);
  known.set(key, answer);
  return answer;
}

function read(header: string, coding: string): boolean {
  return header.split(',').some((part) => {
    const [name, ...parameters] = part.split(';').map((word) => word.trim().toLowerCase());
    return name === coding && !parameters.some((word) => /^q=0(\.0*)?$/.test(word));
  });
}
