import { type Issue, issue } from '../kernel/issue.ts';

/** The four values of a union's colour, as `#rrggbb`. */
export interface Accent {
  readonly base: string;
  readonly dark: string;
  readonly tint: string;
  readonly line: string;
}

/** White text on the base colour must reach this ratio (WCAG AAA). */
export const leastAccentContrast = 7;

/** The list an administrator picks from; the first is the default. Their names are in `vi.accents`. */
export const accents = {
  indigo: { base: '#2A3F7E', dark: '#1B2B5A', tint: '#E8ECF6', line: '#B4C0DF' },
  palm: { base: '#1F5F46', dark: '#12402E', tint: '#E4F0EA', line: '#A9CDBC' },
  brick: { base: '#8A2F2B', dark: '#5C1D1A', tint: '#F7EAE8', line: '#DDB4B0' },
  sea: { base: '#0F5C6B', dark: '#083E49', tint: '#E2F0F2', line: '#A3CBD2' },
  myrtle: { base: '#6A3474', dark: '#47214E', tint: '#F2E9F4', line: '#CDB1D3' },
  russet: { base: '#7A4A12', dark: '#51300A', tint: '#F6EEE2', line: '#D9BF9C' },
  slate: { base: '#3F4A54', dark: '#272F36', tint: '#EAEDF0', line: '#BCC4CC' },
} as const satisfies Record<string, Accent>;

export type AccentName = keyof typeof accents;

export type AccentResult =
  | { readonly ok: true; readonly accent: Accent }
  | { readonly ok: false; readonly issue: Issue };

/**
 * The accent for a name of the list or a colour `#rrggbb`. A colour on which white text does not
 * reach 7 : 1 is refused with issue `accent.contrast` and data `{ratio, least}`; anything else that
 * is not a colour with `accent.unknown`.
 */
export function accentFor(value: string): AccentResult {
  if (Object.hasOwn(accents, value)) return { ok: true, accent: accents[value as AccentName] };
  const base = value.trim().toUpperCase();
  if (!/^#[0-9A-F]{6}$/.test(base)) return { ok: false, issue: issue('accent', 'accent.unknown') };
  const ratio = contrast(base, '#FFFFFF');
  if (ratio < leastAccentContrast) {
    // Rounded down: a colour refused at 6,96 must not be told that it has 7,0.
    const data = { ratio: Math.floor(ratio * 10) / 10, least: leastAccentContrast };
    return { ok: false, issue: issue('accent', 'accent.contrast', data) };
  }
  return { ok: true, accent: derive(base) };
}

/** The stylesheet of a union: four custom properties. A value that is refused gives the default. */
export function accentCss(value: string): string {
  const result = accentFor(value);
  const { base, dark, tint, line } = result.ok ? result.accent : accents.indigo;
  return `:root{--accent:${base};--accent-dark:${dark};--accent-tint:${tint};--accent-line:${line}}`;
}

/** WCAG contrast ratio of two colours `#rrggbb`, between 1 and 21. */
export function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [
    number,
    number,
  ];
  return (light + 0.05) / (dark + 0.05);
}

/** Five fills from light to dark, each with the text colour that reads on it (≥ 4,5 : 1). */
export function accentShades(accent: Accent): { readonly fill: string; readonly text: string }[] {
  const light = [0.92, 0.72, 0.52].map((share) => mix(accent.base, '#FFFFFF', share));
  return [...light, accent.base, accent.dark].map((fill) => {
    const text = contrast(fill, '#FFFFFF') >= 4.5 ? '#FFFFFF' : '#1E1C19';
    return { fill, text };
  });
}

function luminance(colour: string): number {
  const [r, g, b] = channels(colour).map((channel) => {
    const c = channel / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function derive(base: string): Accent {
  return {
    base,
    dark: mix(base, '#000000', 0.33),
    tint: mix(base, '#FFFFFF', 0.89),
    line: mix(base, '#FFFFFF', 0.65),
  };
}

function mix(colour: string, other: string, share: number): string {
  const into = channels(other);
  const mixed = channels(colour).map((c, i) => Math.round(c + ((into[i] ?? 0) - c) * share));
  return `#${mixed.map((c) => c.toString(16).padStart(2, '0')).join('')}`.toUpperCase();
}

function channels(colour: string): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
}

/** A small square in the accent with the five marks' first and last: the sign of a site in a browser's tab. */
export function accentIcon(value: string): string {
  const found = accentFor(value);
  const base = found.ok ? found.accent.base : accents.indigo.base;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="4" fill="${base}"/><path d="M8 14l6-5M24 14l-6-5" stroke="#fff" stroke-width="3" stroke-linecap="round"/><circle cx="16" cy="22" r="2.6" fill="#fff"/></svg>`;
}
