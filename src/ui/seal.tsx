import { language } from '../kernel/language.ts';
import { cls } from './format.ts';

export interface SealProps {
  /** Two or three short lines, already in capitals. */
  readonly lines: readonly string[];
  readonly size?: 'small' | 'medium' | 'large' | undefined;
  /** White ground and dark letters, for the dark bar of the office. */
  readonly inverse?: boolean | undefined;
}

const side = { small: 44, medium: 64, large: 76 } as const;

/** The square seal of a union. The name stands beside it in words, so it is hidden from readers. */
export function Seal(props: SealProps) {
  const lines = props.lines.slice(0, 3);
  const pixels = side[props.size ?? 'medium'];
  const font = sealFontSize(lines);
  const step = font * 1.2;
  const first = 50 - ((lines.length - 1) * step) / 2 + font * 0.36;
  return (
    <svg
      class={cls('seal', props.inverse && 'seal-inverse')}
      viewBox="0 0 100 100"
      width={pixels}
      height={pixels}
      lang={language() === 'vi' ? undefined : 'vi'}
      aria-hidden="true"
      focusable="false"
    >
      <rect class="seal-ground" width="100" height="100" rx="5" />
      {props.inverse ? null : <rect class="seal-rule" x="5" y="5" width="90" height="90" rx="1" />}
      {lines.map((line, i) => (
        <text x="50" y={round(first + i * step)} font-size={round(font)} text-anchor="middle">
          {line}
        </text>
      ))}
    </svg>
  );
}

/** Letter size on the 100 grid so that the longest line fits between the rules. */
export function sealFontSize(lines: readonly string[]): number {
  const longest = Math.max(1, ...lines.map((line) => [...line.normalize('NFC')].length));
  const byWidth = 82 / (longest * 0.72);
  const byHeight = 72 / (Math.max(2, lines.length) * 1.2);
  return Math.min(27, byWidth, byHeight);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
