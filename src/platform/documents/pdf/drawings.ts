import { encode } from 'uqr';

/** A text that a template gets as the drawing of its QR code: an SVG, for `image(bytes(…))`. */
export interface QrText {
  readonly qr: string;
}

/**
 * The dark squares of a QR code as an SVG without a quiet zone; one unit is one square. Level M: a
 * seventh of it may be dirty or scratched.
 */
export function qrSvg(text: string): string {
  const { size, data } = encode(text, { ecc: 'M', border: 0 });
  const runs = data.flatMap((row, y) => runsOf(row).map(([x, width]) => runPath(x, y, width)));
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}"><path d="${runs.join('')}"/></svg>`;
}

const runPath = (x: number, y: number, width: number): string => `M${x} ${y}h${width}v1h-${width}z`;

function runsOf(row: readonly boolean[]): [x: number, width: number][] {
  const runs: [number, number][] = [];
  for (let x = 0; x < row.length; x += 1) {
    if (row[x] !== true) continue;
    const start = x;
    while (row[x + 1] === true) x += 1;
    runs.push([start, x - start + 1]);
  }
  return runs;
}

/** The JSON of a template's data, with the drawing in place of each `{qr: text}`. */
export function drawn(data: string): string {
  return JSON.stringify(
    JSON.parse(data, (_key, value: unknown) => (isQr(value) ? qrSvg(value.qr) : value)),
  );
}

function isQr(value: unknown): value is QrText {
  if (typeof value !== 'object' || value === null) return false;
  const names = Object.keys(value);
  return (
    names.length === 1 && names[0] === 'qr' && typeof (value as { qr: unknown }).qr === 'string'
  );
}
