import { type Issue, issue } from '../../kernel/issue.ts';
import { foldForSearch } from '../../kernel/vietnamese/fold.ts';

/** Something that a form lets choose by its name; `code` is what is sent on. */
export interface Pickable {
  readonly code: string;
  readonly name: string;
}

/** Lists longer than this become a text field with suggestions. */
export const longestSelect = 20;

/**
 * The option that was meant by what was typed: its code, its name with or without dấu, or the name
 * with the code in brackets as suggestions write it. Otherwise an issue: `choose_one`, `not_a_code`
 * (nothing of that name) or `ambiguous` with the codes.
 */
export function pick(
  path: string,
  options: readonly Pickable[],
  typed: string,
): { readonly code: string } | { readonly issue: Issue } {
  const words = typed.trim();
  if (words === '') return { issue: issue(path, 'choose_one') };
  const inBrackets = /\(([a-z0-9-]+)\)$/.exec(words)?.[1];
  const byCode = options.find((option) => option.code === words || option.code === inBrackets);
  if (byCode !== undefined) return { code: byCode.code };
  const exact = options.filter((option) => option.name === words.normalize('NFC'));
  const folded = foldForSearch(words);
  const found = exact.length > 0 ? exact : options.filter((o) => foldForSearch(o.name) === folded);
  const [only] = found;
  if (only === undefined)
    return { issue: issue(path, 'not_a_code', { typed: words.slice(0, 60) }) };
  if (found.length === 1) return { code: only.code };
  const codes = found.slice(0, 5).map((option) => option.code);
  return { issue: issue(path, 'ambiguous', { codes: codes.join(', ') }) };
}

/** Suggestions for what was typed so far: names that have all its words, at most ten. */
export function suggestions(
  options: readonly Pickable[],
  typed: string,
): { value: string; label: string; note: string }[] {
  const words = foldForSearch(typed).split(' ');
  const found = options.filter((option) => {
    const name = foldForSearch(`${option.name} ${option.code}`);
    return words.every((word) => name.includes(word));
  });
  return found
    .slice(0, 10)
    .map((option) => ({ value: told(option, options), label: option.name, note: option.code }));
}

// The name; with the code behind it where another option has the same name.
function told(option: Pickable, options: readonly Pickable[]): string {
  const twins = options.filter((other) => other.name === option.name).length > 1;
  return twins ? `${option.name} (${option.code})` : option.name;
}

/** A code as a person would have typed it; the code itself when no option has it. */
export function typedFor(code: string, options: readonly Pickable[]): string {
  const option = options.find((one) => one.code === code);
  return option === undefined ? code : told(option, options);
}

/** The values of a form for a select, which knows codes, where a text field shows names. */
export function withCodes(
  values: Readonly<Record<string, string>>,
  names: readonly string[],
  options: readonly Pickable[],
): Readonly<Record<string, string>> {
  const codes = names.flatMap((name) => {
    const picked = pick(name, options, values[name] ?? '');
    return 'code' in picked ? [[name, picked.code]] : [];
  });
  return { ...values, ...Object.fromEntries(codes) };
}
