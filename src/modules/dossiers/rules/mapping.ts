import { foldForSearch } from '../../../kernel/vietnamese/fold.ts';
import type { Answer, EditionContent, FormField, WorkingCopy } from '../../calls/index.ts';

type Content = Pick<EditionContent, 'form' | 'fields' | 'entrants'>;

/** How what was written for one edition is taken over by another one. */
export interface Mapped {
  readonly working: WorkingCopy;
  /** Key of each field of files there that has a place here, with the key here. */
  readonly files: ReadonlyMap<string, string>;
  /** Labels of what was answered there and has no place here. */
  readonly left: readonly string[];
}

const textual = (kind: string): string => (kind === 'long_text' ? 'text' : kind);
const alike = (a: FormField, b: FormField): boolean => textual(a.kind) === textual(b.kind);

// Two that the product knows for different things are never the same.
const mayMean = (a: FormField, b: FormField): boolean =>
  a.means === b.means || a.means === null || b.means === null;

/**
 * Fields of one form with their place in another: of the same key, else of the same meaning, else of
 * the same label; each place is taken once, and only by an answer of its kind.
 */
export function fieldPairs(
  from: readonly FormField[],
  to: readonly FormField[],
): ReadonlyMap<string, FormField> {
  const pairs = new Map<string, FormField>();
  const taken = new Set<string>();
  const same: ((a: FormField, b: FormField) => boolean)[] = [
    (a, b) => a.key === b.key && mayMean(a, b),
    (a, b) => a.means !== null && a.means === b.means,
    (a, b) => foldForSearch(a.label) === foldForSearch(b.label) && mayMean(a, b),
  ];
  for (const fits of same)
    for (const field of from) {
      if (pairs.has(field.key)) continue;
      const place = to.find((one) => !taken.has(one.key) && alike(field, one) && fits(field, one));
      if (place === undefined) continue;
      pairs.set(field.key, place);
      taken.add(place.key);
    }
  return pairs;
}

const isEmpty = (answer: Answer | undefined): boolean =>
  answer === undefined ||
  answer === '' ||
  answer === false ||
  (Array.isArray(answer) && answer.length === 0);

/** A declaration is made to one organiser: it is asked again by the other. */
const carried = (field: FormField): boolean => field.kind !== 'declaration';

function fieldOf(from: Content, to: Content, code: string | null): string | null {
  if (code === null) return to.fields.length === 1 ? to.fields[0]!.code : null;
  const name = from.fields.find((one) => one.code === code)?.name;
  const found =
    to.fields.find((one) => one.code === code) ??
    to.fields.find((one) => name !== undefined && foldForSearch(one.name) === foldForSearch(name));
  return found?.code ?? null;
}

/** Takes what was written for one edition over into the form of another. */
export function mapWorking(from: Content, to: Content, working: WorkingCopy): Mapped {
  const pairs = fieldPairs(from.form, to.form);
  const answers: Record<string, Answer> = {};
  const left: string[] = [];
  for (const field of from.form) {
    const answer = working.answers[field.key];
    if (!carried(field) || field.kind === 'files' || isEmpty(answer)) continue;
    const place = pairs.get(field.key);
    if (place === undefined) left.push(field.label);
    else answers[place.key] = answer as Answer;
  }
  const files = new Map<string, string>();
  for (const [key, place] of pairs) if (place.kind === 'files') files.set(key, place.key);
  const entrant =
    working.entrant !== null && to.entrants.includes(working.entrant) ? working.entrant : null;
  return {
    working: { entrant, field: fieldOf(from, to, working.field), answers },
    files,
    left,
  };
}
