import type { Hono } from 'hono';
import { formatDate } from '../../../../kernel/vietnamese/dates.ts';
import { withQuery } from '../../../../platform/http/addresses.ts';
import type { Env, WebContext } from '../../../../platform/http/env.ts';
import { sendWorkbook } from '../../../../platform/records/workbook.ts';
import { InlineLinks } from '../../../../ui/index.ts';
import {
  dossierStates,
  type Edition,
  type EditionContent,
  entrantNames,
  stateNames,
} from '../../../calls/index.ts';
import { Statistics } from '../../pages/office/statistics.tsx';
import {
  birthDay,
  type Statistic,
  type StatisticKind,
  statisticKinds,
  statisticsOf,
} from '../../queries/index.ts';
import { statisticSheet } from '../../sheets/index.ts';
import { ageNames, statisticWords as words } from '../../vi/office/index.ts';
import { base, crumbsOf, editionOf, pathOf } from './shared.tsx';

/** The figures of an edition, each opening its list; the same as a workbook. */
export function statisticDoors(app: Hono<Env>): void {
  app.get(`${base}/thong-ke`, page);
  app.get(`${base}/thong-ke.xlsx`, sheet);
}

const stateOf = (c: WebContext) =>
  dossierStates.find((one) => one === c.req.query('tinh-trang') && one !== 'draft') ?? null;

/** The parameter of the list that a kind of figure opens. */
const parameters: Readonly<Record<StatisticKind, string>> = {
  state: 'tinh-trang',
  field: 'linh-vuc',
  entrant: 'doi-tuong',
  day: 'ngay',
  place: 'noi',
  school: 'truong',
  age: 'tuoi',
};

function labelOf({ fields }: Pick<EditionContent, 'fields'>, { kind, key, label }: Statistic) {
  if (key === '-') return words.unknown;
  const names: Readonly<Record<StatisticKind, string | undefined>> = {
    state: stateNames[key as keyof typeof stateNames],
    field: fields.find(({ code }) => code === key)?.name,
    entrant: entrantNames[key as keyof typeof entrantNames],
    day: kind === 'day' ? formatDate(key) : undefined,
    place: label,
    school: label,
    age: ageNames[key as keyof typeof ageNames],
  };
  return names[kind] ?? label;
}

const inOrder = (kind: StatisticKind, rows: readonly Statistic[]): readonly Statistic[] => {
  const ages = Object.keys(ageNames);
  if (kind === 'age') return rows.toSorted((a, b) => ages.indexOf(a.key) - ages.indexOf(b.key));
  return kind === 'day' ? rows.toSorted((a, b) => (a.key < b.key ? -1 : 1)) : rows;
};

async function figures(c: WebContext, edition: Edition) {
  const state = stateOf(c);
  const all = await statisticsOf(c.var.cx, edition, { state });
  const total = all
    .filter(({ kind }) => kind === 'state')
    .reduce((sum, { dossiers }) => sum + dossiers, 0);
  const groups = statisticKinds
    .map((kind) => ({
      kind,
      rows: inOrder(
        kind,
        all.filter((one) => one.kind === kind),
      ),
    }))
    .filter(({ rows }) => rows.length > 0);
  return { state, total, groups };
}

const notesOf = (c: WebContext, { content }: Edition): Partial<Record<StatisticKind, string>> => ({
  place: `${words.notes.place} ${words.notes.several}`,
  age: words.notes.age(formatDate(birthDay(c.var.cx, content))),
});

async function page(c: WebContext): Promise<Response> {
  const edition = await editionOf(c);
  const { state, total, groups } = await figures(c, edition);
  const list = pathOf(c, edition);
  const notes = notesOf(c, edition);
  const path = `${list}/thong-ke`;
  return c.var.shell.office(c, {
    title: words.title,
    lead: words.lead(total, edition.content.name),
    crumbs: crumbsOf(c, edition, { label: words.title }),
    body: (
      <>
        <Statistics
          path={path}
          state={state}
          groups={groups.map(({ kind, rows }) => ({
            kind,
            note: notes[kind],
            rows: rows.map((row) => ({
              label: labelOf(edition.content, row),
              dossiers: row.dossiers,
              authors: row.authors,
              href:
                row.kind === 'entrant' && row.key === '-'
                  ? null
                  : withQuery(list, { 'tinh-trang': state, [parameters[kind]]: row.key }),
            })),
          }))}
        />
        {total === 0 ? null : (
          <InlineLinks
            items={[
              { href: withQuery(`${path}.xlsx`, { 'tinh-trang': state }), label: words.excel },
            ]}
          />
        )}
      </>
    ),
  });
}

async function sheet(c: WebContext): Promise<Response> {
  const edition = await editionOf(c);
  const { groups, total } = await figures(c, edition);
  const notes = Object.values(notesOf(c, edition));
  const bytes = await statisticSheet(
    words.title,
    [words.lead(total, edition.content.name), ...notes],
    groups.flatMap(({ kind, rows }) =>
      rows.map((row) => ({
        kind: words.kinds[kind],
        label: labelOf(edition.content, row),
        dossiers: row.dossiers,
        authors: row.authors,
      })),
    ),
  );
  return sendWorkbook(c, bytes, words.file(edition.code, c.var.cx.clock.today()));
}
