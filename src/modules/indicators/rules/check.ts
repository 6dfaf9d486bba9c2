import { type Issue, issue } from '../../../kernel/issue.ts';
import type { Filter, Meaning, Measure } from './meaning.ts';

/** What a source offers, as far as a definition is checked against it. */
export interface Offer {
  readonly time: 'instant' | 'range';
  readonly openFields: boolean;
  readonly fields: readonly {
    readonly key: string;
    readonly type: string;
    readonly options?: readonly { readonly value: string }[];
  }[];
}

/** Keys of fields that records carry in their own data, as 'data.form'. */
export const openField = /^data\.[a-z][a-z0-9_]{0,59}$/;

/** What keeps a definition from being counted. `known` are the codes and measures of the others. */
export function checkMeaning(
  meaning: Meaning,
  code: string,
  offer: Offer | undefined,
  known: ReadonlyMap<string, Measure>,
): Issue[] {
  if (meaning.measure === 'ratio') return checkRatio(meaning, code, known);
  if (meaning.measure === 'entered') return [];
  if (meaning.source === null) return [issue('source', 'choose_one')];
  if (offer === undefined) return [issue('source', 'source_unknown', { typed: meaning.source })];
  return [...checkArgument(meaning, offer), ...checkFilter(meaning.filter, offer)];
}

function checkRatio(meaning: Meaning, code: string, known: ReadonlyMap<string, Measure>): Issue[] {
  return (['numerator', 'denominator'] as const).flatMap((path) => {
    const part = meaning[path];
    if (part === null) return [issue(path, 'required')];
    const measure = part === code ? 'ratio' : known.get(part);
    if (measure === undefined) return [issue(path, 'indicator_unknown', { typed: part })];
    return measure === 'ratio' ? [issue(path, 'ratio_of_ratio', { typed: part })] : [];
  });
}

function checkArgument(meaning: Meaning, offer: Offer): Issue[] {
  const { measure, argument } = meaning;
  if (measure === 'stock' && offer.time !== 'range') return [issue('measure', 'stock_needs_range')];
  if (argument === null) {
    return measure === 'sum' || measure === 'distinct' ? [issue('argument', 'required')] : [];
  }
  if (!has(offer, argument)) return [issue('argument', 'field_unknown', { typed: argument })];
  const field = offer.fields.find((one) => one.key === argument);
  const adds = measure === 'sum' || measure === 'stock';
  return adds && field !== undefined && field.type !== 'number'
    ? [issue('argument', 'not_a_quantity', { typed: argument })]
    : [];
}

function checkFilter(filter: Filter, offer: Offer): Issue[] {
  return Object.entries(filter).flatMap(([key, values]) => {
    if (!has(offer, key)) return [issue('filter', 'field_unknown', { typed: key })];
    const options = offer.fields.find((one) => one.key === key)?.options;
    const wrong = values.find((value) => options?.every((option) => option.value !== value));
    return wrong === undefined ? [] : [issue('filter', 'value_unknown', { typed: wrong, key })];
  });
}

function has(offer: Offer, key: string): boolean {
  return (
    offer.fields.some((field) => field.key === key) || (offer.openFields && openField.test(key))
  );
}
