import type { Frame, Palette } from '../rules/index.ts';

// The frame of an A4 sheet on its side, in millimetres, as a drawing that all pages of a file share.

const wide = 297;
const high = 210;

const n = (value: number): string => String(Math.round(value * 1000) / 1000);

/** The drawing below everything else; null for paper that has its own. */
export function frameSvg(frame: Frame, colours: Palette): string | null {
  if (frame === 'none') return null;
  const inner = frame === 'drum' ? drum(colours) : lines(colours);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${wide} ${high}" width="${wide}mm" height="${high}mm">${inner}</svg>`;
}

const rect = (inset: number, stroke: string, width: number): string =>
  `<rect x="${n(inset)}" y="${n(inset)}" width="${n(wide - 2 * inset)}" height="${n(high - 2 * inset)}" fill="none" stroke="${stroke}" stroke-width="${n(width)}"/>`;

function lines({ base, gold }: Palette): string {
  const corner = cornersAt(11.2, (x, y, dx, dy) => {
    const at = (a: number, b: number) => `${n(x + dx * a)} ${n(y + dy * b)}`;
    return `<path d="M${at(0, 9)}L${at(0, 0)}L${at(9, 0)}" fill="none" stroke="${gold}" stroke-width="0.9"/><circle cx="${n(x + dx * 3.1)}" cy="${n(y + dy * 3.1)}" r="0.9" fill="${gold}"/>`;
  });
  return `${rect(7.5, base, 1.1)}${rect(9.2, gold, 0.3)}${corner}${star(gold, 0.05)}`;
}

/** The band of a bronze drum: circles joined by slanting lines, between two rims; a star in the corners. */
function drum({ base, gold }: Palette): string {
  const [outer, band] = [7, 6.4];
  const middle = outer + band / 2;
  const side = 17;
  const traced = [
    chain(outer + side, middle, wide - outer - side, middle),
    chain(outer + side, high - middle, wide - outer - side, high - middle),
    chain(middle, outer + side, middle, high - outer - side),
    chain(wide - middle, outer + side, wide - middle, high - outer - side),
  ];
  return [
    rect(outer, base, 0.9),
    rect(outer + band, base, 0.5),
    rect(outer + 1.05, gold, 0.22),
    rect(outer + band - 1.05, gold, 0.22),
    `<path d="${traced.map(({ strokes }) => strokes).join('')}" fill="none" stroke="${gold}" stroke-width="0.28"/>`,
    `<path d="${traced.map(({ dots }) => dots).join('')}" fill="${gold}"/>`,
    rect(outer + band + 1.5, gold, 0.25),
    cornersAt(outer, (x, y, dx, dy) => medal(x + dx * 7.6, y + dy * 7.6, base, gold)),
    star(gold, 0.06),
  ].join('');
}

/** A circle as a part of a path: many in one path are a fraction of so many drawings. */
const ring = (x: number, y: number, r: number): string =>
  `M${n(x - r)} ${n(y)}a${n(r)} ${n(r)} 0 1 0 ${n(2 * r)} 0a${n(r)} ${n(r)} 0 1 0 ${n(-2 * r)} 0Z`;

interface Traced {
  readonly strokes: string;
  readonly dots: string;
}

/** Circles with a dot, each joined to the next by a tangent, along a straight line. */
function chain(x1: number, y1: number, x2: number, y2: number): Traced {
  const length = Math.hypot(x2 - x1, y2 - y1);
  const many = Math.round(length / 4.6);
  const step = length / many;
  const [ux, uy] = [(x2 - x1) / length, (y2 - y1) / length];
  const r = 1.15;
  const centres = Array.from({ length: many + 1 }, (_, at): readonly [number, number] => [
    x1 + ux * step * at,
    y1 + uy * step * at,
  ]);
  // From the top of one circle to the bottom of the next.
  const tangents = centres
    .slice(1)
    .map(([x, y], at) => {
      const [px = 0, py = 0] = centres[at] ?? [];
      return `M${n(px + uy * r)} ${n(py - ux * r)}L${n(x - uy * r)} ${n(y + ux * r)}`;
    })
    .join('');
  return {
    strokes: centres.map(([x, y]) => ring(x, y, r)).join('') + tangents,
    dots: centres.map(([x, y]) => ring(x, y, 0.38)).join(''),
  };
}

function medal(x: number, y: number, base: string, gold: string): string {
  return [
    `<circle cx="${n(x)}" cy="${n(y)}" r="8.2" fill="#ffffff"/>`,
    ...[7.6, 6.9].map(
      (r, at) =>
        `<circle cx="${n(x)}" cy="${n(y)}" r="${r}" fill="none" stroke="${at === 0 ? base : gold}" stroke-width="${at === 0 ? 0.6 : 0.25}"/>`,
    ),
    beads(x, y, 6, 24, 0.42, gold),
    `<circle cx="${n(x)}" cy="${n(y)}" r="5.1" fill="none" stroke="${gold}" stroke-width="0.25"/>`,
    `<path d="${rays(x, y, 4.5, 1.7, 14)}" fill="${base}"/>`,
    `<circle cx="${n(x)}" cy="${n(y)}" r="1.05" fill="${gold}"/>`,
  ].join('');
}

const beads = (
  x: number,
  y: number,
  far: number,
  many: number,
  r: number,
  fill: string,
): string => {
  const dots = Array.from({ length: many }, (_, at) => {
    const turn = (at / many) * 2 * Math.PI;
    return ring(x + far * Math.cos(turn), y + far * Math.sin(turn), r);
  });
  return `<path d="${dots.join('')}" fill="${fill}"/>`;
};

/** A star of so many rays, one of them upright. */
function rays(x: number, y: number, outer: number, inner: number, many: number): string {
  const points = Array.from({ length: many * 2 }, (_, at) => {
    const turn = (at / many) * Math.PI - Math.PI / 2;
    const r = at % 2 === 0 ? outer : inner;
    return `${n(x + r * Math.cos(turn))} ${n(y + r * Math.sin(turn))}`;
  });
  return `M${points.join('L')}Z`;
}

/** The star of the drum, faint behind the words. */
function star(gold: string, strength: number): string {
  const [x, y] = [wide / 2, high / 2 + 2];
  const rings = [30, 32, 41, 43, 56, 58];
  return `<g opacity="${strength * 2}"><path d="${rays(x, y, 28, 10, 14)}" fill="${gold}"/>${rings
    .map(
      (r) =>
        `<circle cx="${n(x)}" cy="${n(y)}" r="${r}" fill="none" stroke="${gold}" stroke-width="0.5"/>`,
    )
    .join('')}${beads(x, y, 36.5, 40, 1.4, gold)}${beads(x, y, 49.5, 36, 2.3, gold)}</g>`;
}

function cornersAt(
  inset: number,
  draw: (x: number, y: number, dx: 1 | -1, dy: 1 | -1) => string,
): string {
  return [
    draw(inset, inset, 1, 1),
    draw(wide - inset, inset, -1, 1),
    draw(inset, high - inset, 1, -1),
    draw(wide - inset, high - inset, -1, -1),
  ].join('');
}
