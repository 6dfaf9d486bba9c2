import type { Hono } from 'hono';
import { vietnamDay } from '../../../../kernel/clock.ts';
import type { Issue } from '../../../../kernel/issue.ts';
import { formatDate } from '../../../../kernel/vietnamese/dates.ts';
import { formatMoney } from '../../../../kernel/vietnamese/numbers.ts';
import { execute } from '../../../../platform/command.ts';
import { NotFound } from '../../../../platform/errors.ts';
import { wordsOf } from '../../../../platform/forms/words.ts';
import { site } from '../../../../platform/http/addresses.ts';
import { formOf } from '../../../../platform/http/body.ts';
import type { Env, WebContext } from '../../../../platform/http/env.ts';
import { resultManage } from '../../../ballots/index.ts';
import { type Edition, reviewingPhases } from '../../../calls/index.ts';
import { NoPrizes, type PrizeLine, PrizesPage } from '../../pages/office/prizes.tsx';
import { resultApprove } from '../../policy.ts';
import { allocationOf } from '../../queries/index.ts';
import type { Allocation } from '../../schema/index.ts';
import {
  createAllocation,
  editAllocation,
  outcomeOf,
  type PhaseOutcome,
  proposedPrizes,
} from '../../service/index.ts';
import { points } from '../../vi/pages.ts';
import { prizeWords as words } from '../../vi/prizes.ts';
import { issueWords } from '../words.ts';
import { panelsOf } from './panels.ts';
import { prizeActDoors } from './prize-acts.tsx';
import {
  base,
  crumbsOf,
  editionOf,
  issuesOf,
  managedEdition,
  mayAt,
  noticeOf,
  pathOf,
  SectionTabs,
  seesPoints,
} from './shared.tsx';
import { withheldBoxes, withheldIn, withheldLines } from './withheld.ts';

const path = `${base}/giai`;

/** Who gets which prize. */
export function prizeDoors(app: Hono<Env>): void {
  app.get(path, async (c) => page(c, await editionOf(c), []));
  app.post(`${path}/lap`, create);
  app.post(path, save);
  prizeActDoors(app);
}

const frame = (c: WebContext, edition: Edition) => ({
  title: words.title,
  crumbs: crumbsOf(c, edition, { label: words.title }),
  before: (
    <>
      {noticeOf(c, {
        'da-lap': words.created,
        'da-luu': words.saved,
        'da-trinh': words.proposed,
        'da-tra': words.returned,
        'da-duyet': words.approved,
        'da-cong-bo': words.published,
        'da-thu-hoi': words.tookBack,
      })}
      <SectionTabs c={c} edition={edition} now="prizes" />
    </>
  ),
});

async function page(
  c: WebContext,
  edition: Edition,
  issues: readonly Issue[],
  typed: Readonly<Record<string, string>> | null = null,
): Promise<Response> {
  const { cx, shell } = c.var;
  const last = reviewingPhases(edition.content.phases).at(-1);
  const manages = edition.state === 'open' && (await mayAt(c, edition, resultManage));
  const allocation = await allocationOf(cx, edition);
  const errors = [...new Set(issues.map((one) => wordsOf(one, issueWords)))];
  const bad = errors.length > 0 ? { error: true, status: 422 as const } : {};
  if (allocation === null) {
    const may =
      manages &&
      last !== undefined &&
      edition.content.prizes.prizes.length > 0 &&
      seesPoints(c, edition, last);
    return shell.office(c, {
      ...frame(c, edition),
      ...bad,
      body: (
        <NoPrizes action={may ? pathOf(c, edition, 'giai/lap') : null} phase={last?.key ?? ''} />
      ),
    });
  }
  const found = edition.content.phases.find(({ key }) => key === allocation.phase);
  if (found === undefined || !seesPoints(c, edition, found)) throw new NotFound('allocation');
  const all = await outcomeOf(cx, edition, allocation.phase);
  const approves = edition.state === 'open' && (await mayAt(c, edition, resultApprove));
  const { state } = allocation;
  const proposal = proposedPrizes(edition.content, all.outcome);
  const draft = state === 'draft';
  return shell.office(c, {
    ...frame(c, edition),
    ...bad,
    lead: words.lead(found.name),
    body: (
      <PrizesPage
        state={state}
        errors={errors}
        returned={draft ? allocation.returned : null}
        takenBack={takenBackOf(allocation)}
        withheld={draft && manages ? [] : withheldLines(allocation)}
        terms={termsOf(allocation)}
        lines={linesOf(allocation, all, proposal, typed)}
        open={draft ? openLines(edition, all, proposal) : []}
        unfilled={draft ? unfilledLines(edition, proposal) : []}
        edit={
          draft && manages
            ? {
                action: pathOf(c, edition, 'giai'),
                withheld: withheldBoxes(allocation, all, typed),
                version: allocation.version,
                prizes: edition.content.prizes.prizes.map(({ key, name }) => ({
                  value: key,
                  label: name,
                })),
              }
            : null
        }
        proposeHref={draft && manages ? pathOf(c, edition, 'giai/trinh') : null}
        backHref={state === 'proposed' && manages ? pathOf(c, edition, 'giai/tra-lai') : null}
        approveHref={state === 'proposed' && approves ? pathOf(c, edition, 'giai/duyet') : null}
        publishHref={state === 'approved' && approves ? pathOf(c, edition, 'giai/cong-bo') : null}
        takeBackHref={
          (state === 'approved' || state === 'published') && approves
            ? pathOf(c, edition, 'giai/thu-hoi')
            : null
        }
        publicHref={
          state === 'published'
            ? site(edition.organisation.code, `hoi-thi/${edition.code}/ket-qua`)
            : null
        }
        panels={await panelsOf(c, allocation)}
      />
    ),
  });
}

/** That the last decision holds no more, until there is another. */
function takenBackOf({ state, takenBack }: Allocation) {
  if (takenBack === null || state === 'approved' || state === 'published') return null;
  const { decision, decidedOn, reason, at } = takenBack;
  return {
    title: words.takenBack(decision, formatDate(decidedOn), formatDate(vietnamDay(at))),
    reason,
  };
}

function termsOf(allocation: Allocation) {
  const { decision, decidedOn, edition, prizes } = allocation;
  const money = prizes.reduce((sum, { prize }) => sum + moneyOf(edition, prize), 0n);
  return [
    ...(decision === null || decidedOn === null
      ? []
      : [{ term: words.decision, value: `${decision}, ${formatDate(decidedOn)}` }]),
    ...(money === 0n ? [] : [{ term: words.total, value: formatMoney(money) }]),
  ];
}

const moneyOf = ({ content }: Edition, prize: string): bigint =>
  BigInt(content.prizes.prizes.find(({ key }) => key === prize)?.money ?? 0);

type Proposal = ReturnType<typeof proposedPrizes>;

function linesOf(
  { prizes, edition }: Allocation,
  { outcome, dossiers }: PhaseOutcome,
  proposal: Proposal,
  typed: Readonly<Record<string, string>> | null,
): PrizeLine[] {
  const { content } = edition;
  const name = (key: string | undefined): string =>
    content.prizes.prizes.find((one) => one.key === key)?.name ?? '';
  return outcome.groups.flatMap(({ rows }) =>
    rows
      .filter(({ place }) => place !== null)
      .map((row): PrizeLine => {
        const dossier = dossiers.find(({ pid }) => pid === row.dossier);
        const given = prizes.find((one) => one.dossier.pid === row.dossier);
        const prize = typed?.[`prize.${row.dossier}`] ?? given?.prize ?? '';
        const money = prize === '' ? 0n : moneyOf(edition, prize);
        return {
          dossier: row.dossier,
          title: dossier?.title ?? '',
          number: row.number ?? '',
          field: content.fields.find(({ code }) => code === row.field)?.name ?? '',
          place: String(row.place),
          points: points(row.value),
          proposed: name(proposal.prizes.find((one) => one.dossier === row.dossier)?.prize),
          prize,
          prizeName: name(prize),
          money: money === 0n ? '' : formatMoney(money),
          reason: typed?.[`reason.${row.dossier}`] ?? given?.reason ?? '',
          revoked: given?.revokedAt != null,
        };
      }),
  );
}

function openLines({ content }: Edition, { dossiers }: PhaseOutcome, { open }: Proposal): string[] {
  const number = (pid: string): string => {
    const found = dossiers.find((one) => one.pid === pid);
    return found?.number ?? found?.title ?? '';
  };
  const name = (key: string): string =>
    content.prizes.prizes.find((one) => one.key === key)?.name ?? '';
  return open.map((tie) =>
    words.openTie(
      tie.dossiers.map(number).join(', '),
      tie.places.map(({ prize, places }) => words.placesOf(places, name(prize))).join(', '),
    ),
  );
}

function unfilledLines({ content }: Edition, { unfilled }: Proposal): string[] {
  return unfilled.map(({ prize, field, places, why }) =>
    words.unfilledLine(
      content.prizes.prizes.find(({ key }) => key === prize)?.name ?? '',
      content.fields.find(({ code }) => code === field)?.name ?? '',
      places,
      words.why[why] ?? '',
    ),
  );
}

async function create(c: WebContext): Promise<Response> {
  const edition = await managedEdition(c);
  const { values } = await formOf(c);
  const done = await execute(c.var.cx, createAllocation, {
    edition: edition.pid,
    phase: values.phase,
  });
  if (!done.ok) return page(c, edition, done.issues);
  return c.redirect(pathOf(c, edition, 'giai', { 'da-lap': '1' }), 303);
}

async function save(c: WebContext): Promise<Response> {
  const edition = await managedEdition(c);
  const allocation = await allocationOf(c.var.cx, edition);
  if (allocation === null) throw new NotFound('allocation');
  const { values } = await formOf(c);
  const prizes = Object.entries(values).flatMap(([name, prize]) => {
    const dossier = /^prize\.([0-9a-z]{16})$/.exec(name)?.[1];
    return dossier === undefined || prize === ''
      ? []
      : [{ dossier, prize, reason: values[`reason.${dossier}`] }];
  });
  const withheld = withheldIn(values);
  const raw = { pid: allocation.pid, prizes, withheld, version: values.version };
  const issues = await issuesOf(() => execute(c.var.cx, editAllocation, raw));
  if (issues.length > 0) return page(c, edition, issues, values);
  return c.redirect(pathOf(c, edition, 'giai', { 'da-luu': '1' }), 303);
}
