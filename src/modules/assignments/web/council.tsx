import type { Hono } from 'hono';
import { vietnamTime } from '../../../kernel/clock.ts';
import { formatDateTime } from '../../../kernel/vietnamese/dates.ts';
import { formatPercent } from '../../../kernel/vietnamese/numbers.ts';
import { withQuery } from '../../../platform/http/addresses.ts';
import type { Env, WebContext } from '../../../platform/http/env.ts';
import {
  Alert,
  ButtonLink,
  Buttons,
  DefinitionList,
  Section,
  type Term,
} from '../../../ui/index.ts';
import { reviewOf, timingOf } from '../../calls/index.ts';
import { DossierTable, LoadTable, type ShownDossier, type ShownLoad } from '../pages/tables.tsx';
import { latestRun } from '../queries/index.ts';
import type { Assignment, Bench, Run } from '../schema/index.ts';
import { type Given, givenFor, ownOf, wanting } from '../service/index.ts';
import { freedNames, sayConflicts, words } from '../vi/index.ts';
import {
  type Bound,
  boundCrumbs,
  boundName,
  boundOf,
  boundPath,
  fieldName,
  fullName,
  mayManage,
  noticeOf,
  one,
  points,
} from './shared.tsx';

export function councilDoors(app: Hono<Env>): void {
  app.get(one, page);
}

async function page(c: WebContext): Promise<Response> {
  const { cx, shell } = c.var;
  const bound = await boundOf(c);
  const { council, phase } = bound;
  const given = await givenFor(cx, council, phase);
  const run = await latestRun(cx, council.id, phase.key);
  const manager = (await mayManage(c, council.edition)) && council.edition.state === 'open';
  const own = ownOf(given);
  const over = timingOf(phase, cx.clock.now()) === 'closed';
  const lacking = over ? 0 : wanting(given).length;
  return shell.office(c, {
    title: boundName(bound),
    lead: words.pageLead(given.dossiers.length, given.serving, reviewOf(phase).each),
    crumbs: boundCrumbs(c, bound),
    before: noticeOf(c),
    action: manager && lacking === 0 ? runLink(c, bound, own.length > 0 || over) : undefined,
    body: (
      <>
        {lacking === 0 ? null : (
          <Alert tone="warn" title={words.wanting.title(lacking)}>
            {words.wanting.body}
          </Alert>
        )}
        {lacking === 0 || !manager ? null : (
          <Buttons>
            <ButtonLink kind="primary" href={withQuery(boundPath(c, bound, 'thu'), { keep: '1' })}>
              {words.more}
            </ButtonLink>
            {runLink(c, bound, true)}
          </Buttons>
        )}
        <DossierTable rows={dossierRows(c, bound, given, manager)} />
        <LoadTable rows={loadRows(given)} />
      </>
    ),
    aside: (
      <Section title={words.lastRun.title} id="lan-gan-nhat">
        {run === null ? (
          <p>{words.lastRun.none}</p>
        ) : (
          <DefinitionList items={runTerms(run)} compact />
        )}
        <p>{words.lastRun.points}</p>
        <Buttons>
          <ButtonLink href={boundPath(c, bound, 'vi-sao')}>{words.whyNot}</ButtonLink>
        </Buttons>
      </Section>
    ),
  });
}

/** Once something is given, doing it all anew is no longer what the page is for. */
const runLink = (c: WebContext, bound: Bound, again: boolean) => (
  <ButtonLink kind={again ? 'secondary' : 'primary'} href={boundPath(c, bound, 'thu')}>
    {again ? words.again : words.run}
  </ButtonLink>
);

function dossierRows(c: WebContext, bound: Bound, given: Given, manager: boolean): ShownDossier[] {
  const byDossier = Map.groupBy(ownOf(given), ({ dossierId }) => dossierId);
  return given.dossiers.map(({ id, pid, title, number, field }) => ({
    ...{ id: pid, title, number },
    field: fieldName(bound.council.edition, field),
    judges: (byDossier.get(id) ?? []).map((held) => ({
      name: fullName(held.judge),
      ...noteOf(given, held),
      removeHref: manager ? boundPath(c, bound, `bo/${held.pid}`) : null,
    })),
    gone: given.assignments
      .filter((one) => one.dossierId === id && one.councilId === bound.council.id)
      .flatMap(goneName),
    each: reviewOf(bound.phase).each,
    short: null,
    addHref: manager ? boundPath(c, bound, `giao/${pid}`) : null,
  }));
}

/** What is said beside a judge who has the dossier. */
function noteOf(given: Given, { id, how, dossierId, judgeId }: Assignment) {
  if (!given.leftOut.has(id)) return { note: how === 'hand' ? words.byHand : null, counts: true };
  const found = given.conflicts.find(
    (one) => one.dossierId === dossierId && one.judgeId === judgeId,
  );
  const said = words.leftOut[given.kept.has(id) ? 'signed' : 'unsigned'];
  return { note: said(sayConflicts(found?.kinds ?? [])), counts: false };
}

/** Who judged it and left, and why; what the office and runs took away is not told. */
function goneName({ state, freed, judge }: Assignment): string[] {
  if (state === 'recused') return [`${fullName(judge)} (${words.recused})`];
  return freed === null ? [] : [`${fullName(judge)} (${freedNames[freed]})`];
}

/** The judges of the council, those without a dossier as well. */
export function loadRows(given: Given, loads: ReadonlyMap<string, number> = heldBy(given)) {
  return given.judges.map(
    (judge): ShownLoad => ({
      name: fullName(judge),
      unit: judge.unit,
      fields: fieldsOf(given, judge),
      load: loads.get(judge.judgeId) ?? 0,
      most: judge.maxLoad,
    }),
  );
}

const fieldsOf = ({ council }: Given, { expertise }: Bench): string =>
  expertise.length === 0
    ? words.anyField
    : expertise.map((code) => fieldName(council.edition, code)).join(', ');

function heldBy(given: Given): ReadonlyMap<string, number> {
  const loads = new Map<string, number>();
  for (const { judgeId } of ownOf(given)) loads.set(judgeId, (loads.get(judgeId) ?? 0) + 1);
  return loads;
}

function runTerms({ at, total, bound, worst, worstBound, seed }: Run): Term[] {
  const { lastRun } = words;
  return [
    { term: lastRun.at, value: formatDateTime(vietnamTime(at)) },
    {
      term: lastRun.sum,
      value: `${lastRun.sumOf(points(total), points(bound))}. ${sumWords(total, bound)}`,
    },
    ...(worst === null ? [] : [{ term: lastRun.worst, value: worstWords(worst, worstBound) }]),
    { term: lastRun.seed, value: String(seed) },
  ];
}

/** How far the sum is from the greatest. */
export const sumWords = (total: number, bound: number): string =>
  total >= bound
    ? words.lastRun.optimal
    : words.lastRun.below(formatPercent(((bound - total) / bound) * 100, 2));

/** What the dossier that is served worst has, and what it could have at most. */
export function worstWords(worst: number, worstBound: number | null): string {
  const { lastRun } = words;
  const more = worstBound === null ? '' : ` ${lastRun.worstBound(points(worstBound))}`;
  return `${lastRun.worstOf(points(worst))}.${more}`;
}
