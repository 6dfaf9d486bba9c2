import { noValues } from './rules/draft.ts';
import type { RosterReading, RosterValues } from './schema.ts';

const blank: RosterValues = noValues();

/** A row as the rules would give it: 'Nguyễn Văn An' and what else is told. */
export function reading(
  rowNumber: number,
  name: string,
  values: Partial<RosterValues> = {},
  state: RosterReading['state'] = 'ready',
): RosterReading {
  const words = name.split(' ');
  const given = words.pop() ?? '';
  const family = words.shift() ?? '';
  return {
    rowNumber,
    state,
    values: { ...blank, family, middle: words.join(' '), given, ...values },
    issues: [],
  };
}
