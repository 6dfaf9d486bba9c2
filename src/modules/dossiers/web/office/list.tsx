import type { Hono } from 'hono';
import { formatSecond } from '../../../../kernel/vietnamese/dates.ts';
import { fileHeaders } from '../../../../platform/files.ts';
import { withQuery } from '../../../../platform/http/addresses.ts';
import type { Env, WebContext } from '../../../../platform/http/env.ts';
import { sameQuestion } from '../../../../platform/records/narrowing.ts';
import { ButtonLink, type LinkItem } from '../../../../ui/index.ts';
import {
  actionsNow,
  type Decision,
  dossierStates,
  type Edition,
  instantOf,
  localSecond,
  sayDecision,
  stateNames,
} from '../../../calls/index.ts';
import { DossierList, type ShownDossier } from '../../pages/office/list.tsx';
import {
  conflictsOf,
  type DossierRow,
  dossierRows,
  listDossiers,
  stateCounts,
} from '../../queries/index.ts';
import { dossierCsv, dossierSheet } from '../../sheets/index.ts';
import { listWords as words } from '../../vi/office/index.ts';
import { askedDossiers } from './asked.ts';
import { validatedNotice } from './bulk.tsx';
import { base, crumbsOf, editionOf, mayKeep, moment, pathOf } from './shared.tsx';

const pageSize = 50;

/** The intake list of an edition, and its files. */
export function listDoors(app: Hono<Env>): void {
  app.get(base, listPage);
  app.get(`${base}.xlsx`, (c) => sheet(c, 'xlsx'));
  app.get(`${base}.csv`, (c) => sheet(c, 'csv'));
}

async function listPage(c: WebContext): Promise<Response> {
  const marks = c.req.query('can-chu-y');
  const edition = await editionOf(c);
  const path = pathOf(c, edition);
  // One box chooses between marks, which have a name each in the address.
  if (marks !== undefined) {
    const { 'can-chu-y': _, ...rest } = c.req.query();
    return c.redirect(withQuery(path, { ...rest, ...(marks === '' ? {} : { [marks]: '1' }) }), 303);
  }
  const { cx, shell } = c.var;
  const { question, filter, sort, chips } = askedDossiers(c, path, edition.content);
  const order = { sort, descending: question.descending, page: question.page, size: pageSize };
  const { states, writing } = await stateCounts(cx, edition);
  const { rows, total } = await listDossiers(cx, edition, filter, order);
  const conflicts = await conflictsOf(
    cx,
    edition,
    rows.map(({ id }) => id),
  );
  const keeper = (await mayKeep(c, edition)) && edition.state === 'open';
  const { phases } = edition.content;
  const now = cx.clock.now();
  const checks = keeper && actionsNow('secretariat', 'submitted', phases, now).includes('validate');
  const all = Object.values(states).reduce((sum, many) => sum + many, 0);
  const shown = dossierStates.filter((state) => (states[state] ?? 0) > 0);
  return shell.office(c, {
    title: words.title,
    lead: words.lead(edition.content.name, writing),
    crumbs: crumbsOf(c, edition).slice(0, 1).concat({ label: words.title }),
    action: keeper ? (
      <ButtonLink kind="primary" icon="plus" href={pathOf(c, edition, 'nhap-giay')}>
        {words.paper}
      </ButtonLink>
    ) : undefined,
    before: await validatedNotice(c),
    body: (
      <DossierList
        question={question}
        path={path}
        tabs={[
          {
            href: question.href({ 'tinh-trang': null }),
            label: words.all,
            count: all,
            current: !filter.state,
          },
          ...shown.map((state) => ({
            href: question.href({ 'tinh-trang': state }),
            label: stateNames[state],
            count: states[state] ?? 0,
            current: filter.state === state,
          })),
        ]}
        fields={edition.content.fields}
        rows={rows.map((row) => shownRow(c, edition, row, conflicts.get(row.id) ?? []))}
        total={total}
        size={pageSize}
        chips={chips}
        validateAction={checks ? sameQuestion(question, pathOf(c, edition, 'hop-le')) : null}
        paperHref={keeper ? pathOf(c, edition, 'nhap-giay') : null}
        files={linksOf(c, edition, keeper, (rest) => sameQuestion(question, rest))}
      />
    ),
  });
}

function linksOf(
  c: WebContext,
  edition: Edition,
  keeper: boolean,
  same: (path: string) => string,
): LinkItem[] {
  const path = pathOf(c, edition);
  return [
    { href: same(`${path}.xlsx`), label: words.excel },
    { href: same(`${path}.csv`), label: words.csv },
    { href: `${path}/thong-ke`, label: words.statistics },
    ...(keeper ? [{ href: same(`${path}/thu`), label: words.letter }] : []),
    { href: `${path}/gui-len`, label: words.sentOn },
    ...(keeper ? [{ href: `${path}/chua-nop`, label: words.moreTime }] : []),
  ];
}

function shownRow(
  c: WebContext,
  edition: Edition,
  row: DossierRow,
  conflicts: readonly Decision[],
): ShownDossier {
  const now = localSecond(c.var.cx.clock.now());
  const { fields } = edition.content;
  return {
    pid: row.pid,
    href: pathOf(c, edition, row.pid),
    number: row.number,
    title: row.title,
    authors: row.authors,
    field: fields.find(({ code }) => code === row.field)?.name ?? row.field,
    state: row.state,
    origin: row.origin,
    time: row.submittedAt === null ? null : moment(row.submittedAt),
    until: row.until === null ? null : untilText(row.until),
    overdue: row.until !== null && row.until < now,
    back: row.state === 'submitted' && row.answered !== null && row.answered === row.submitted,
    conflicts: conflicts.map((one) => ({
      ok: one.ok,
      text: conflictText(one, row.authors),
    })),
  };
}

// Seconds are told only where somebody set them.
const untilText = (until: string): string => {
  const at = instantOf(until);
  return at === null || !until.endsWith(':00') ? formatSecond(until) : moment(at);
};

/** The sentence of a decision, with the name of the author whom it is about. */
export function conflictText(decision: Decision, authors: readonly string[]): string {
  const at = /^authors\.(\d+)$/.exec(decision.path)?.[1];
  const name = at === undefined ? undefined : authors[Number(at)];
  const sentence = sayDecision(decision);
  return name === undefined || authors.length < 2 ? sentence : `${name}: ${sentence}`;
}

const mediaTypes = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
} as const;

async function sheet(c: WebContext, kind: 'xlsx' | 'csv'): Promise<Response> {
  const { cx } = c.var;
  const edition = await editionOf(c);
  const { filter } = askedDossiers(c, pathOf(c, edition), edition.content);
  const rows = dossierRows(cx, edition, filter);
  const bytes =
    kind === 'csv' ? dossierCsv(rows, edition.content) : await dossierSheet(rows, edition.content);
  const name = words.file(edition.code, cx.clock.today(), kind);
  return c.body(bytes, 200, fileHeaders({ name, mediaType: mediaTypes[kind], size: null }));
}
