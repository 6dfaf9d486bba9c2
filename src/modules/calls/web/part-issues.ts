import type { Issue } from '../../../kernel/issue.ts';
import { type FormView, returnedForm } from '../../../platform/forms/returned.ts';
import { callsIssues } from '../vi/index.ts';
import { partWords as words } from '../vi/pages-parts.ts';
import type { At, Part } from './part-types.ts';
import type { Typed } from './typed.ts';

/**
 * The form as it comes back: a path such as content.form.3.options.0.label is the field `options.0.label`
 * of that form field.
 */
export function returned<Where>(
  part: Part<Where>,
  { edition, where }: At<Where>,
  typed: Typed,
  issues: readonly Issue[],
): FormView {
  const place = ['content', part.place(edition, where, typed)]
    .filter((one) => one !== '')
    .join('.');
  const placed = issues.map((one) => {
    if (one.path === 'reason' || one.path === 'code') return one;
    const own = one.path.startsWith(`${place}.`) ? one.path.slice(place.length + 1) : '';
    return { ...one, path: aliased(part.alias ?? {}, own) };
  });
  const labels = Object.fromEntries(
    placed.flatMap(({ path }) => {
      const label = labelOf(part.labels, path);
      return label === undefined ? [] : [[path, label]];
    }),
  );
  return returnedForm(typed.values, placed, callsIssues, labels);
}

function aliased(alias: Readonly<Record<string, string>>, path: string): string {
  const row = /\.(\d+)\b/.exec(path)?.[1] ?? '';
  return alias[path] ?? alias[path.replace(/\.\d+/, '')]?.replace('#', row) ?? path;
}

function labelOf(labels: Readonly<Record<string, string>>, path: string): string | undefined {
  if (path === 'reason') return words.reason[0];
  const label = labels[path.replace(/\.\d+(?=\.|$)/g, '')];
  const row = /\.(\d+)\./.exec(path)?.[1];
  return label === undefined || row === undefined
    ? label
    : words.labelInRow(label, Number(row) + 1);
}
