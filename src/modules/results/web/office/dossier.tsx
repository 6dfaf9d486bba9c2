import type { Hono } from 'hono';
import type { Issue } from '../../../../kernel/issue.ts';
import { execute } from '../../../../platform/command.ts';
import { NotFound } from '../../../../platform/errors.ts';
import { type FormView, freshForm, returnedForm } from '../../../../platform/forms/returned.ts';
import { wordsOf } from '../../../../platform/forms/words.ts';
import { formOf } from '../../../../platform/http/body.ts';
import type { Env, WebContext } from '../../../../platform/http/env.ts';
import { resultManage } from '../../../ballots/index.ts';
import type { Edition, Phase } from '../../../calls/index.ts';
import { judgesOf } from '../../../councils/index.ts';
import { partySight, readSheet } from '../../../reviews/index.ts';
import { type ActForm, ScoredDossier } from '../../pages/office/dossier.tsx';
import { isSettled, type StandingDossier } from '../../queries/index.ts';
import type { OutcomeRow } from '../../rules/outcome/index.ts';
import { changeRank, decideFail, outcomeOf, type PhaseOutcome } from '../../service/index.ts';
import { docx, sheetDocument } from '../../sheets/index.ts';
import { points, pageWords as words } from '../../vi/pages.ts';
import { paperWords } from '../../vi/papers.ts';
import { issueWords } from '../words.ts';
import { sendDocx } from './docx.ts';
import {
  base,
  crumbsOf,
  editionOf,
  managedEdition,
  mayAt,
  moment,
  noticeOf,
  pathOf,
  phaseOf,
  seesPoints,
} from './shared.tsx';

const one = `${base}/diem/:dossier{[0-9a-z]{16}}`;

/** One dossier of a phase: what its points are made of, and what the council says against them. */
export function dossierDoors(app: Hono<Env>): void {
  app.get(one, async (c) => page(c, await scored(c), null));
  app.get(`${one}/phieu/:file{[0-9a-z]{16}\\.docx}`, printSheet);
  app.post(`${one}/hang`, (c) => act(c, changeRank, 'da-xep', 'move'));
  app.post(`${one}/loai`, (c) =>
    act(c, decideFail as unknown as typeof changeRank, 'da-ket-luan', 'fail'),
  );
}

interface ScoredOne {
  readonly edition: Edition;
  readonly phase: Phase;
  readonly all: PhaseOutcome;
  readonly dossier: StandingDossier;
  readonly row: OutcomeRow;
  readonly close: boolean;
}

/** The dossier of the address in its phase. @throws NotFound, also while its points are hidden */
async function scored(c: WebContext): Promise<ScoredOne> {
  const edition = await editionOf(c);
  const phase = phaseOf(c, edition);
  if (phase === null || !seesPoints(c, edition, phase)) throw new NotFound('dossier');
  const all = await outcomeOf(c.var.cx, edition, phase.key);
  const pid = c.req.param('dossier');
  const dossier = all.dossiers.find((found) => found.pid === pid);
  const group = all.outcome.groups.find(({ rows }) => rows.some((row) => row.dossier === pid));
  const row = group?.rows.find((found) => found.dossier === pid);
  if (dossier === undefined || row === undefined) throw new NotFound('dossier');
  const close = group?.cuts.some((cut) => cut.close.includes(dossier.pid)) ?? false;
  return { edition, phase, all, dossier, row, close };
}

interface Returned {
  readonly which: 'move' | 'fail';
  readonly view: FormView;
  readonly said: string | null;
}

async function page(
  c: WebContext,
  opened: ScoredOne,
  returned: Returned | null,
): Promise<Response> {
  const { edition, phase, dossier, row } = opened;
  const query = { 'giai-doan': phase.key };
  const path = (rest: string) => pathOf(c, edition, `diem/${dossier.pid}${rest}`, query);
  const manages =
    edition.state === 'open' &&
    (await mayAt(c, edition, resultManage)) &&
    !(await isSettled(c.var.cx, edition.id));
  const form = (
    which: 'move' | 'fail',
    action: string,
    values: Record<string, string>,
  ): ActForm => ({
    action,
    state: returned?.which === which ? returned.view : freshForm(values),
  });
  return c.var.shell.office(c, {
    title: dossier.title,
    lead: [dossier.number, phase.name].filter(Boolean).join(' · '),
    crumbs: crumbsOf(c, edition, { label: words.dossier }),
    ...(returned === null ? {} : { error: true, status: 422 }),
    before: noticeOf(c, { 'da-xep': words.movedNotice, 'da-ket-luan': words.failNotice }),
    body: (
      <ScoredDossier
        row={row}
        close={opened.close}
        terms={termsOf(row)}
        sheets={await sheetLines(c, opened)}
        history={historyOf(opened)}
        move={
          manages && row.place !== null
            ? form('move', path('/hang'), { place: String(row.place) })
            : null
        }
        fail={manages && row.failing > 0 ? form('fail', path('/loai'), {}) : null}
        error={returned?.said ?? null}
        backHref={pathOf(c, edition, '', query)}
      />
    ),
  });
}

function termsOf(row: OutcomeRow) {
  const { columns } = words;
  const ranked = (basis: 'mean' | 'trimmed' | 'calibrated', error = '') =>
    `${points(row.points[basis])}${error}${row.ranks[basis] === null ? '' : ` (${words.rankIn(row.ranks[basis])})`}`;
  return [
    { term: columns.place, value: row.place === null ? '–' : String(row.place) },
    { term: columns.value, value: points(row.value) },
    { term: columns.mean, value: ranked('mean', words.error(row.meanError)) },
    { term: columns.trimmed, value: ranked('trimmed') },
    { term: columns.calibrated, value: ranked('calibrated', words.error(row.error)) },
    { term: columns.votes, value: points(row.votes) },
    { term: columns.range, value: points(row.range) },
  ];
}

/** Judges by name as far as the phase lets the office know them; else by number. */
async function sheetLines(c: WebContext, { edition, phase, all, dossier }: ScoredOne) {
  const named = partySight(c.var.cx, edition, phase, 'secretariat').names;
  const judges = new Map((await judgesOf(c.var.cx, edition.id)).map(({ id, name }) => [id, name]));
  return all.sheets
    .filter(({ dossierId, holds }) => dossierId === dossier.id && holds !== null)
    .map(({ judgeId, holds, pid }, at) => ({
      judge: named ? (judges.get(judgeId) ?? '') : words.judge(at + 1),
      href: named
        ? pathOf(c, edition, `diem/${dossier.pid}/phieu/${pid}.docx`, { 'giai-doan': phase.key })
        : null,
      points: holds!.points,
      failed: holds!.failed,
      round: holds!.round,
      signed: moment(holds!.signedAt),
    }));
}

function historyOf({ all, dossier }: ScoredOne) {
  const own = <T extends { readonly dossier: string }>(list: readonly T[]) =>
    list.filter((one) => one.dossier === dossier.pid);
  return [
    ...own(all.input.fails).map(({ fails, reason }) => ({ what: words.failSaid(fails), reason })),
    ...own(all.input.changes).map(({ place, reason }) => ({ what: words.changed(place), reason })),
  ];
}

async function act(
  c: WebContext,
  command: typeof changeRank,
  said: string,
  which: 'move' | 'fail',
): Promise<Response> {
  await managedEdition(c);
  const opened = await scored(c);
  const { edition, phase, dossier } = opened;
  const { values } = await formOf(c);
  const about = {
    edition: edition.pid,
    phase: phase.key,
    dossier: dossier.pid,
    reason: values.reason,
  };
  const raw =
    which === 'move' ? { ...about, place: values.place } : { ...about, fails: values.fails };
  const done = await execute(c.var.cx, command, raw);
  if (done.ok)
    return c.redirect(
      pathOf(c, edition, `diem/${dossier.pid}`, { 'giai-doan': phase.key, [said]: '1' }),
      303,
    );
  return page(c, opened, { which, ...wrong(values, done.issues) });
}

function wrong(values: Readonly<Record<string, string>>, issues: readonly Issue[]) {
  const labels = { place: words.moveLabel, reason: words.reason, fails: words.failLabel };
  const loose = issues.filter(({ path }) => path === '').map((one) => wordsOf(one, issueWords));
  return {
    view: returnedForm(values, issues, issueWords, labels),
    said: loose.length === 0 ? null : loose.join(' '),
  };
}

/** One signed sheet in Word. @throws NotFound where the office may not know who judged */
async function printSheet(c: WebContext): Promise<Response> {
  const { edition, phase, all, dossier } = await scored(c);
  const pid = (c.req.param('file') ?? '').replace('.docx', '');
  const sheet = all.sheets.find((found) => found.pid === pid && found.dossierId === dossier.id);
  if (sheet?.holds == null || !partySight(c.var.cx, edition, phase, 'secretariat').names)
    throw new NotFound('score_sheet');
  const judge = (await judgesOf(c.var.cx, edition.id)).find(({ id }) => id === sheet.judgeId);
  const { frozen, sha256, signedAt } = sheet.holds;
  const about = {
    number: dossier.number ?? '',
    title: dossier.title,
    judge: judge?.name ?? '',
    signed: moment(signedAt),
    sha256,
  };
  const bytes = await docx(sheetDocument(edition, readSheet(frozen), about));
  return sendDocx(c, bytes, paperWords.file.sheet(dossier.number ?? pid));
}
