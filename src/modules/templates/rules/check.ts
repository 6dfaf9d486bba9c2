import { type Issue, issue } from '../../../kernel/issue.ts';
import { figuresIn, rowsOf, type TemplateContent, type TemplateRow } from './content.ts';

/** What is known of an indicator that a row may take its figure from. */
export interface KnownIndicator {
  readonly measure: string;
  readonly unit: string | null;
}

/**
 * What is wrong with a template: keys that are used twice, relations to rows that are not there or that turn in a
 * circle, parts in another unit, figures of sentences and indicators that do not exist. `known` is null where nobody
 * can say which indicators there are.
 */
export function checkContent(
  content: TemplateContent,
  known: ReadonlyMap<string, KnownIndicator> | null,
): Issue[] {
  const rows = new Map(rowsOf(content).map((row) => [row.key, row]));
  const seen = new Set<string>();
  const taken = (path: string, key: string): Issue[] => {
    if (seen.has(key)) return [issue(`${path}.key`, 'key_taken', { key })];
    seen.add(key);
    return [];
  };
  const circle = circles(rows);
  return content.sections.flatMap((section, place) => {
    const path = `sections.${place}`;
    const misplaced = section.kind !== 'table' && section.rows.length > 0;
    return [
      ...taken(path, section.key),
      ...(misplaced ? [issue(`${path}.rows`, 'rows_outside_table')] : []),
      ...sentenceIssues(section.sentences, `${path}.sentences`, rows),
      ...section.rows.flatMap((row, at) => {
        const here = `${path}.rows.${at}`;
        return [...taken(here, row.key), ...rowIssues(row, here, rows, known, circle)];
      }),
    ];
  });
}

function sentenceIssues(
  sentences: readonly string[],
  path: string,
  rows: ReadonlyMap<string, TemplateRow>,
): Issue[] {
  return sentences.flatMap((sentence, at) => {
    const missing = figuresIn(sentence).find((key) => !rows.has(key));
    return missing === undefined
      ? []
      : [
          issue(`${path}.${at}`, 'figure_unknown', {
            key: missing,
            sentence: sentence.slice(0, 60),
          }),
        ];
  });
}

function rowIssues(
  row: TemplateRow,
  path: string,
  rows: ReadonlyMap<string, TemplateRow>,
  known: ReadonlyMap<string, KnownIndicator> | null,
  circle: ReadonlySet<string>,
): Issue[] {
  const { label } = row;
  const related = [
    ...row.sum.map((key) => ({ at: 'sum', key })),
    ...(row.within === null ? [] : [{ at: 'within', key: row.within }]),
  ];
  const wrong = related.flatMap(({ at, key }) => relationIssues(row, key, `${path}.${at}`, rows));
  const repeated = new Set(row.sum).size < row.sum.length;
  return [
    ...indicatorIssues(row, `${path}.indicator`, known),
    ...wrong,
    ...(repeated ? [issue(`${path}.sum`, 'part_repeated', { label })] : []),
    ...(circle.has(row.key) && wrong.length === 0
      ? [issue(`${path}.sum`, 'relations_in_circle', { label })]
      : []),
  ];
}

function relationIssues(
  row: TemplateRow,
  key: string,
  path: string,
  rows: ReadonlyMap<string, TemplateRow>,
): Issue[] {
  const other = rows.get(key);
  const { label } = row;
  if (other === undefined) return [issue(path, 'row_unknown', { key, label })];
  if (key === row.key) return [issue(path, 'related_to_itself', { label })];
  if (row.kind !== 'number' || other.kind !== 'number') {
    return [issue(path, 'not_a_number_row', { label, other: other.label })];
  }
  return (row.unit ?? '') === (other.unit ?? '')
    ? []
    : [
        issue(path, 'other_unit', {
          label,
          unit: row.unit,
          other: other.label,
          others: other.unit,
        }),
      ];
}

function indicatorIssues(
  row: TemplateRow,
  path: string,
  known: ReadonlyMap<string, KnownIndicator> | null,
): Issue[] {
  if (row.indicator === null || known === null) return [];
  const found = known.get(row.indicator);
  const { label, indicator } = row;
  if (found === undefined) return [issue(path, 'indicator_unknown', { typed: indicator, label })];
  return (found.measure === 'yes_no') === (row.kind === 'yes_no')
    ? []
    : [issue(path, 'indicator_of_other_kind', { indicator, label })];
}

// A row leads to its parts, and a part that is only within a row is led to by it.
function circles(rows: ReadonlyMap<string, TemplateRow>): ReadonlySet<string> {
  const parts = new Map<string, Set<string>>();
  const lead = (from: string, to: string) => {
    parts.set(from, (parts.get(from) ?? new Set()).add(to));
  };
  for (const row of rows.values()) {
    for (const key of row.sum) lead(row.key, key);
    if (row.within !== null) lead(row.within, row.key);
  }
  return new Set([...rows.keys()].filter((key) => leadsTo(parts, key, key)));
}

function leadsTo(
  parts: ReadonlyMap<string, ReadonlySet<string>>,
  from: string,
  to: string,
): boolean {
  const seen = new Set<string>();
  const open = [...(parts.get(from) ?? [])];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next === to) return true;
    if (seen.has(next)) continue;
    seen.add(next);
    open.push(...(parts.get(next) ?? []));
  }
  return false;
}

/** What keeps a template from being asked for: no sections, tables without rows. */
export function missingIn(content: TemplateContent): Issue[] {
  if (content.sections.length === 0) return [issue('sections', 'no_sections')];
  return content.sections.flatMap((section, place) =>
    section.kind === 'table' && section.rows.length === 0
      ? [issue(`sections.${place}.rows`, 'table_without_rows', { title: section.title })]
      : [],
  );
}
