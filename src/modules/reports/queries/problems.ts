import { type Issue, type IssueWords, issue } from '../../../kernel/issue.ts';
import { wordsOf } from '../../../platform/forms/words.ts';
import { formProblems, kindNames, type ProblemCode, sayProblem } from '../../checks/index.ts';
import { sameFigure } from '../rules/index.ts';
import type { FormCell, FormSection } from '../schema/index.ts';
import type { LoadedForm } from './form.ts';

/**
 * What is worth a second look before a form is sent: what contradicts itself, and totals that are
 * not those of the ones below once all of them were accepted.
 */
export function problemsOf({ below }: LoadedForm, sections: readonly FormSection[]): Issue[] {
  const cells = sections.flatMap((section) => section.cells);
  const keys = new Set(cells.map((cell) => cell.row.key));
  const found = formProblems({
    rows: cells.map((cell) => ({
      key: cell.row.key,
      label: cell.row.label,
      unit: cell.row.unit,
      decimals: cell.row.decimals,
      value: cell.declared ?? cell.offered,
      previous: cell.row.kind === 'number' ? cell.previous : null,
      sum: cell.row.sum,
      within: cell.row.within,
    })),
    narratives: sections.flatMap(({ section, narrative }) =>
      narrative === null || narrative.words === ''
        ? []
        : [{ key: section.key, words: narrative.shown }],
    ),
  });
  const complete = below.asked > 0 && below.accepted === below.asked;
  return [
    ...found.map(({ code, path: place, stated, computed, data }) =>
      issue(`${keys.has(place) ? 'cells' : 'narratives'}.${place}`, code, {
        ...data,
        place,
        stated,
        computed,
      }),
    ),
    ...(complete ? cells.flatMap(belowIssues) : []),
  ];
}

function belowIssues(cell: FormCell): Issue[] {
  const { key, label, decimals } = cell.row;
  const stated = cell.declared ?? cell.offered;
  if (stated === null || cell.below === null || sameFigure(stated, cell.below, decimals)) return [];
  const data = { place: key, label, stated, computed: cell.below, of: cell.belowOf };
  return [issue(`cells.${key}`, 'below_differs', data)];
}

const isProblem = (code: string): code is ProblemCode => Object.hasOwn(kindNames, code);
const figureIn = (value: unknown): number | string | null =>
  typeof value === 'number' || typeof value === 'string' ? value : null;

/** What is worth a second look, or wrong, in a sentence. */
export function sayFound(one: Issue, words: IssueWords): string {
  const { code, data = {} } = one;
  if (!isProblem(code)) return wordsOf(one, words);
  const { place, stated, computed, ...more } = data;
  return sayProblem({
    code,
    path: String(place ?? ''),
    stated: figureIn(stated),
    computed: figureIn(computed),
    data: more,
  });
}
