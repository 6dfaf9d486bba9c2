import { formatDate } from '../../../kernel/vietnamese/dates.ts';
import { formatNumber } from '../../../kernel/vietnamese/numbers.ts';
import { withUnit } from '../../../kernel/vietnamese/spaces.ts';
import type { FieldValue, KindField } from '../rules.ts';
import { words } from '../vi.ts';

/** A field's value as it is read, with its unit. */
export function shownValue(field: KindField, value: FieldValue): string {
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (typeof value === 'number') {
    const number = formatNumber(value);
    return field.unit === undefined ? number : withUnit(number, field.unit);
  }
  if (field.type === 'day') return formatDate(value);
  return field.options?.find((option) => option.value === value)?.label ?? value;
}

/** A field's value as a person would have typed it. */
export function typedValue(field: KindField, value: FieldValue): string {
  if (typeof value === 'number') return formatNumber(value);
  if (field.type === 'day') return formatDate(String(value));
  return typeof value === 'boolean' ? '1' : value;
}
