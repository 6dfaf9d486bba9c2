import { type Issue, issue } from '../../../kernel/issue.ts';
import type { Db } from '../../../platform/database/query.ts';
import { issuesOf } from '../../../platform/forms/issues.ts';
import type { FormBody } from '../../../platform/http/body.ts';
import { allSources } from '../indicators.ts';
import { definitionsOn, type SourceOffer, sourceOffer } from '../queries/index.ts';
import { checkMeaning, type Filter, type Meaning, type Measure } from '../rules/index.ts';
import { versionInput } from '../schema.ts';
import { meaningOf } from '../service/index.ts';
import { vi } from '../vi.ts';

/** An indicator that is being built: what was chosen and typed, nothing of it saved. */
export interface Draft {
  readonly values: Readonly<Record<string, string>>;
  readonly filter: Filter;
  /** What the chosen source offers; null without one. */
  readonly offer: SourceOffer | null;
}

/** A draft as it would be counted, or what keeps it from that. */
export type Reading =
  | { readonly meaning: Meaning; readonly issues: readonly Issue[] }
  | { readonly meaning: null; readonly issues: readonly Issue[] };

const FIELD = 'f.';
const uses: readonly string[] = ['sum', 'distinct', 'stock', 'yes_no'] satisfies Measure[];

/** What fields are chosen of: the source's own, and those of the kinds that are chosen. */
export const fieldName = (key: string): string => `${FIELD}${key}`;

/** True when a field may be chosen for this measure. */
export const usesField = (measure: string | undefined): boolean => uses.includes(measure ?? '');

/** Reads the form: what belongs to another source or kind than the chosen one is left behind. */
export async function draftOf(db: Db, { values, lists }: FormBody): Promise<Draft> {
  const chosen = Object.entries(lists)
    .filter(([name]) => name.startsWith(FIELD))
    .map(([name, list]) => [name.slice(FIELD.length), list] as const);
  const was = values.source_was ?? values.source;
  const other = was !== '' && was !== values.source;
  const draft = await withOffer(db, values, other ? {} : Object.fromEntries(chosen));
  const kept = other || !usesField(values.measure) ? { ...values, argument: '' } : values;
  return { ...draft, values: kept };
}

/** A draft with what its source offers. */
export async function withOffer(
  db: Db,
  values: Readonly<Record<string, string>>,
  filter: Filter,
): Promise<Draft> {
  const source = allSources.get(values.source ?? '');
  if (source === undefined) return { values, filter: {}, offer: null };
  const offer = await sourceOffer(db, source, filter, vi.yes);
  const known = new Set(offer.fields.map(({ key }) => key));
  const kept = Object.entries(filter).filter(([key]) => known.has(key));
  return { values, filter: Object.fromEntries(kept), offer };
}

/** The input of the command that a draft is. */
export function inputOf({ values, filter }: Draft, code: string | null): Record<string, unknown> {
  return { ...values, filter, ...(code === null ? {} : { code }) };
}

/** Reads a draft without saving it. A name or code that is still missing is no hindrance. */
export async function readDraft(
  db: Db,
  draft: Draft,
  code: string | null,
  today: string,
): Promise<Reading> {
  const known = await definitionsOn(db, today);
  const named = {
    ...inputOf(draft, code),
    code: code ?? (draft.values.code?.trim() || '0'),
    label: draft.values.label?.trim() || '…',
  };
  const parsed = versionInput.safeParse(named);
  if (!parsed.success) return { meaning: null, issues: issuesOf(parsed.error) };
  const meaning = meaningOf(parsed.data);
  const measures = new Map([...known.values()].map((one) => [one.code, one.measure]));
  const source = allSources.get(meaning.source ?? '');
  const issues = checkMeaning(meaning, named.code, source, measures);
  return issues.length === 0 ? { meaning, issues } : { meaning: null, issues: issues.map(atStep) };
}

const atStep = (one: Issue): Issue =>
  one.path === 'argument' && one.code === 'required' ? issue('argument', 'choose_one') : one;
