import type { Issue } from '../../../kernel/issue.ts';
import { readProse } from '../../../kernel/prose/read.ts';
import type { Prose } from '../../../kernel/prose/types.ts';
import { proseOfMarkup } from './merge.ts';

/** The names of what a field of prose sends beside its JSON; what stands after a colon stays last. */
export const proseNames = (name: string): { readonly text: string; readonly by: string } => {
  const [, start = '', place = ''] = /^([^:]*)(.*)$/s.exec(name) ?? [];
  return { text: `${start}_text${place}`, by: `${start}_by${place}` };
};

export interface PostedProse {
  readonly prose: Prose;
  /** As `readProse` found them, at the field's name. */
  readonly issues: readonly Issue[];
}

/**
 * What a form with a `ProseField` means: the JSON of the editor, or, where the plain box was used, the text that
 * stood on the page with what was changed in its lines. Undefined when the form has no such field.
 */
export function postedProse(
  values: Readonly<Record<string, string>>,
  name: string,
): PostedProse | undefined {
  const names = proseNames(name);
  const json = values[name];
  const text = values[names.text];
  if (json === undefined && text === undefined) return undefined;
  const stood = readProse(parsed(json));
  const issues = json === undefined || json.trim() === '' ? [] : stood.issues;
  const at = (found: readonly Issue[]) => found.map((one) => ({ ...one, path: name }));
  if (values[names.by] === 'editor' || text === undefined)
    return { prose: stood.prose, issues: at(issues) };
  // What could not be read is not replaced by what a plain box shows of it.
  if (issues.length > 0) return { prose: stood.prose, issues: at(issues) };
  const typed = readProse(proseOfMarkup(text, stood.prose));
  return { prose: typed.prose, issues: at(typed.issues) };
}

function parsed(json: string | undefined): unknown {
  try {
    return JSON.parse(json ?? '');
  } catch {
    return null;
  }
}
