import { formatNumber } from '../../../kernel/vietnamese/numbers.ts';
import {
  type OfficialDocument,
  officialDocument,
  type TableRow,
} from '../../../platform/documents/index.ts';
import { type Edition, isScored, partMax, pointsOf } from '../../calls/index.ts';
import type { FrozenSheet } from '../../reviews/index.ts';
import type { OutcomeGroup, OutcomeRow } from '../rules/outcome/index.ts';
import type { PaperNumber } from '../schema/index.ts';
import type { PhaseOutcome } from '../service/index.ts';
import { basisNames, points } from '../vi/pages.ts';
import { printed as words } from '../vi/papers.ts';
import { framed, hash, paragraph } from './frame.ts';

/** The points of a phase put together, one table a field, on lying pages. */
export function summaryDocument(
  edition: Edition,
  phase: string,
  { outcome, dossiers }: PhaseOutcome,
  number: PaperNumber | null,
): OfficialDocument {
  const { name } = edition.content.phases.find(({ key }) => key === phase)!;
  const titles = new Map(dossiers.map(({ pid, title }) => [pid, title]));
  const rows = outcome.groups.flatMap((group) => groupRows(edition, group, titles));
  return framed(edition, 'summary', number, {
    subject: words.subjects.summary(name, edition.content.name),
    body: [
      paragraph(words.summary.intro(basisNames[outcome.basis])),
      paragraph(words.summary.judges),
    ],
    position: words.secretary,
    appendices: [
      {
        title: words.subjects.summary(name, edition.content.name),
        orientation: 'landscape',
        body: [{ kind: 'table', columns: summaryColumns(), rows }],
      },
    ],
  });
}

const shares = [8, 14, 32, 8, 10, 10, 15, 11, 18] as const;
const summaryColumns = () =>
  words.summary.columns.map((header, at) => ({
    header,
    share: shares[at]!,
    align:
      at === 2 || at === 8 ? ('left' as const) : at < 2 ? ('center' as const) : ('right' as const),
  }));

function groupRows(
  { content }: Edition,
  { field, rows }: OutcomeGroup,
  titles: ReadonlyMap<string, string>,
): TableRow[] {
  const name = content.fields.find(({ code }) => code === field)?.name;
  return [
    ...(name === undefined ? [] : [{ kind: 'group', text: words.summary.field(name) } as const]),
    ...rows.map(
      (row): TableRow => ({ kind: 'row', cells: cellsOf(row, titles.get(row.dossier) ?? '') }),
    ),
  ];
}

function cellsOf(row: OutcomeRow, title: string): string[] {
  const { standing, moved, error } = row;
  const note =
    standing === 'failed'
      ? words.summary.failed
      : standing === 'unjudged'
        ? words.summary.unjudged
        : moved === null
          ? ''
          : words.summary.moved(moved.reason);
  const calibrated = points(row.points.calibrated);
  return [
    row.place === null ? '' : String(row.place),
    row.number ?? '',
    title,
    String(row.sheets),
    points(row.points.mean),
    points(row.points.trimmed),
    error === null ? calibrated : `${calibrated} ± ${points(error)}`,
    points(row.value),
    note,
  ];
}

/** One signed sheet of a judge. */
export function sheetDocument(
  edition: Edition,
  sheet: FrozenSheet,
  about: {
    readonly number: string;
    readonly title: string;
    readonly judge: string;
    readonly signed: string;
    readonly sha256: string;
  },
): OfficialDocument {
  const { rubric, marks, points: total } = sheet;
  const rows = rubric.parts.flatMap((part, at): TableRow[] => {
    if (part.kind === 'votes' || part.kind === 'note') return [];
    const mark = marks[part.key] ?? {};
    const given = isScored(part)
      ? typeof mark.points === 'number'
        ? formatNumber(mark.points)
        : ''
      : mark.answer === false
        ? words.sheet.no
        : words.sheet.yes;
    const most = isScored(part) ? formatNumber(pointsOf(partMax(part))) : '';
    return [{ kind: 'row', cells: [String(at + 1), part.label, most, given, mark.comment ?? ''] }];
  });
  return framed(edition, 'sheet', null, {
    subject: words.subjects.sheet(edition.content.name),
    body: [
      paragraph(words.sheet.terms(about.number, about.title)),
      paragraph(words.sheet.judge(about.judge)),
      {
        kind: 'table',
        columns: words.sheet.columns.map((header, at) => ({
          header,
          share: [6, 40, 10, 10, 34][at]!,
          align:
            at === 1 || at === 4
              ? ('left' as const)
              : at === 0
                ? ('center' as const)
                : ('right' as const),
        })),
        rows: [
          ...rows,
          { kind: 'total', cells: ['', words.sheet.total, '', formatNumber(Number(total)), ''] },
        ],
      },
      paragraph(words.sheet.signed(about.signed)),
      ...hash(words.sheet.hash, about.sha256),
    ],
    position: words.judge,
    name: about.judge,
  });
}

export const docx = (document: OfficialDocument): Promise<Buffer> => officialDocument(document);
