import type { Hono } from 'hono';
import { vietnamDay } from '../../../kernel/clock.ts';
import { formatDate } from '../../../kernel/vietnamese/dates.ts';
import { NotFound } from '../../../platform/errors.ts';
import type { Env, WebContext } from '../../../platform/http/env.ts';
import { restorableUntil } from '../../../platform/records/doors.ts';
import {
  Alert,
  ButtonLink,
  DefinitionList,
  DeletedRecord,
  Section,
  uiVi,
} from '../../../ui/index.ts';
import { organisationKindWords } from '../../organisations/index.ts';
import { roundManage } from '../policy.ts';
import {
  countRound,
  findRound,
  kindsBelow,
  obligationByPid,
  obligationOf,
} from '../queries/index.ts';
import type { Round } from '../schema.ts';
import { periodName, words } from '../vi.ts';
import { overviewOf } from './overview.tsx';
import { owedPage } from './owed.tsx';
import { factsOf, restOf } from './rest.tsx';
import { base, collectorOf, mayManage, noticeOf, pathOf, roundOf, section } from './shared.tsx';
import { silentNotice } from './silent.tsx';

/** A round as the one who collects sees it, and as the one who owes. */
export function roundDoors(app: Hono<Env>): void {
  app.get(`${base}/:round`, async (c) => {
    const round = await findRound(c.var.cx, c.req.param('round'));
    if (round === null) throw new NotFound('report_round');
    if (round.deletedAt !== null) return deletedPage(c, round, round.deletedAt);
    const own = await obligationOf(c.var.cx, round.id, c.var.place.organisationId);
    return own === null ? collectorPage(c, round) : owedPage(c, own, true);
  });
  app.get(`${base}/:round/don-vi/:obligation`, async (c) => {
    const round = await roundOf(c);
    const own = await obligationByPid(c.var.cx, c.req.param('obligation'));
    if (own.round.id !== round.id) throw new NotFound('report_obligation');
    return owedPage(c, own, own.organisation.id === c.var.place.organisationId);
  });
}

async function collectorPage(c: WebContext, round: Round): Promise<Response> {
  const view = collectorOf(c, round, null);
  const manages = await mayManage(c, view);
  const draft = round.state === 'draft';
  const { body, counts } = await overviewOf(c, view, manages);
  const lead = (draft ? words.draftLead : words.lead)(
    periodName(round.period),
    round.opensOn,
    round.dueOn,
  );
  const whole = round.cascades && !draft ? await countRound(c.var.cx.db, round.id) : null;
  return c.var.shell.office(c, {
    title: round.name,
    lead,
    crumbs: section.crumbsTo(c, { label: round.name }),
    action: manages ? mainAction(c, round) : undefined,
    before: noticeOf(c),
    body: draft ? (
      <DraftBody {...(await draftProps(c, round))} />
    ) : (
      <>
        {counts.unreachable > 0 && round.state === 'open' && manages ? (
          <Alert tone="info">{words.unreachable(counts.unreachable)}</Alert>
        ) : null}
        {await silentNotice(c, view, manages)}
        <Section title={words.completeness}>
          {whole === null || whole.asked === counts.asked ? null : (
            <p>{words.wholeRound(whole.sent, whole.asked)}</p>
          )}
          {body}
        </Section>
        {await restOf(c, round, manages, null)}
      </>
    ),
    // A draft has no wide list: there is room beside it.
    aside: draft ? await restOf(c, round, manages, null) : undefined,
  });
}

function mainAction(c: WebContext, round: Round) {
  if (round.state === 'draft')
    return (
      <ButtonLink kind="primary" href={pathOf(c, `${round.pid}/mo`)}>
        {words.open}
      </ButtonLink>
    );
  if (round.state !== 'open') return undefined;
  return (
    <ButtonLink kind="primary" href={pathOf(c, `${round.pid}/nhac`)}>
      {words.remind}
    </ButtonLink>
  );
}

async function draftProps(c: WebContext, round: Round) {
  const kinds = await kindsBelow(c.var.cx.db, round.organisation.id, round.opensOn);
  return { round, kinds };
}

function DraftBody(props: Awaited<ReturnType<typeof draftProps>>) {
  const { round, kinds } = props;
  const many = (kind: string) => kinds.find((one) => one.kind === kind)?.many ?? 0;
  return (
    <Section title={words.details}>
      <DefinitionList
        items={[
          ...factsOf(round),
          {
            term: words.askedKinds,
            value: round.asked
              .map((kind) => words.kindCount(organisationKindWords[kind] ?? kind, many(kind)))
              .join(', '),
          },
          { term: words.cascadesFact, value: round.cascades ? words.yes : words.no },
          { term: words.opensItselfFact, value: round.opensItself ? words.yes : words.no },
          ...(round.words === null ? [] : [{ term: words.wordsTitle, value: round.words }]),
        ]}
      />
    </Section>
  );
}

/** In place of a draft that was deleted, for those who may take it back. @throws NotFound */
function deletedPage(c: WebContext, round: Round, deletedAt: Date): Response | Promise<Response> {
  const until = restorableUntil(c, deletedAt, roundManage);
  return c.var.shell.office(c, {
    title: round.name,
    crumbs: section.crumbsTo(c, { label: round.name }),
    body: (
      <DeletedRecord
        text={uiVi.record.deletedOn(formatDate(vietnamDay(deletedAt)), formatDate(until))}
        restoreAction={pathOf(c, `${round.pid}/khoi-phuc`)}
        listHref={pathOf(c)}
      />
    ),
  });
}
