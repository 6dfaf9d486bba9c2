import { roundDecimal } from '../../../../kernel/decimal.ts';
import { largestRemainder } from '../../../../kernel/shares.ts';
import { contradiction } from './figures.ts';
import type { Contradiction, Figure, PastField } from './types.ts';

const placesOf = ({ value, stated }: Figure): number => {
  const text = typeof stated === 'string' ? stated.replace(/[^\d,]/g, '') : String(value);
  return /[.,](\d+)$/.exec(text)?.[1]?.length ?? 0;
};

interface Row {
  readonly name: string;
  readonly entries: number;
  readonly percent: Figure;
  readonly stated: number;
}

/** Per cent of the entries: each as rounded alone or by largest remainder, and 100 together. */
export function percentProblems(fields: readonly PastField[]): Contradiction[] {
  const rows = fields.flatMap(({ name, entries, percent }): Row[] =>
    entries?.value != null && entries.value >= 0 && percent?.value != null
      ? [{ name, entries: entries.value, percent, stated: percent.value }]
      : [],
  );
  const whole = rows.reduce((all, row) => all + row.entries, 0);
  if (rows.length !== fields.length || rows.length === 0 || whole === 0) return [];
  const decimals = Math.min(6, Math.max(...rows.map(({ percent }) => placesOf(percent))));
  const counts = rows.map((row) => row.entries);
  const fair = largestRemainder(counts, { decimals });
  const at = (code: 'share' | 'share_total', n: number, data: Contradiction['data']) => {
    const { name, percent } = rows[n]!;
    return contradiction(code, percent.path, percent.stated, fair[n]!, { label: name, ...data });
  };
  const wrong = rows.flatMap(({ entries, stated }, n) => {
    const alone = Number(roundDecimal((entries * 100) / whole, decimals));
    // Of equal counts any may have got the step that was left.
    const like = counts.some((count, other) => count === entries && fair[other] === stated);
    return stated === alone || like ? [] : [at('share', n, { part: entries, whole })];
  });
  const sum = Number(rows.reduce((all, row) => all + row.stated, 0).toFixed(decimals));
  if (wrong.length > 0 || sum === 100) return wrong;
  return rows.flatMap(({ stated }, n) =>
    stated === fair[n] ? [] : [at('share_total', n, { sum })],
  );
}
