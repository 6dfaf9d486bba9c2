import type { WebContext } from '../../../../platform/http/env.ts';
import { saidIn } from '../../../../platform/records/section.ts';
import type { BadgeTone } from '../../../../ui/index.ts';
import { entrantNames, mayDo, stateNames } from '../../../calls/index.ts';
import { OverviewAside, OverviewPage, type StepLine } from '../../pages/entry/overview.tsx';
import type { Dossier } from '../../schema/index.ts';
import { ownLinksOf } from '../../service/index.ts';
import { dossierWords as words } from '../../vi/entry/index.ts';
import { inFours } from '../../vi/index.ts';
import { history } from './history.ts';
import { nextOf } from './next.ts';
import { remarksOf } from './remarks.ts';
import { hidden, type Opened, ownPage, pathOf, titleOf } from './shared.tsx';
import { type Standing, standingOf, stepOf, stepPaths } from './standing.ts';

const tones: Readonly<Record<Dossier['state'], BadgeTone>> = {
  draft: 'none',
  submitted: 'info',
  returned: 'warn',
  valid: 'ok',
  invalid: 'bad',
  withdrawn: 'none',
};

/** The page that the link opens. */
export async function overview(c: WebContext, found: Opened): Promise<Response> {
  const { dossier, token } = found;
  const { cx } = c.var;
  const stands = await standingOf(cx, dossier);
  const { content } = dossier.edition;
  const to = (rest: string) => pathOf(token, rest);
  const said = saidIn(c, { 'da-rut': words.acts.withdrawn });
  const field = content.fields.find(
    ({ code }) => code === (dossier.field ?? dossier.working.field),
  );
  const entrant = dossier.entrant ?? dossier.working.entrant;
  return ownPage(c, found, {
    title: titleOf(dossier),
    body: (
      <OverviewPage
        title={titleOf(dossier)}
        edition={content.name}
        state={{ tone: tones[dossier.state], name: stateNames[dossier.state] }}
        notice={said === undefined ? null : { tone: 'ok', title: said }}
        next={nextOf(dossier, stands, cx.clock.now())}
        main={mainOf(dossier, stands, to)}
        links={await ownLinksOf(cx, dossier, to)}
        remarks={remarksOf(dossier, stands.writes, to)}
        steps={stepsOf(dossier, stands, to)}
      />
    ),
    aside: (
      <OverviewAside
        facts={[
          ...(entrant === null ? [] : [{ term: words.entrant, value: entrantNames[entrant] }]),
          ...(field === undefined ? [] : [{ term: words.field, value: field.name }]),
          ...(dossier.email === null
            ? []
            : [{ term: words.contact, value: words.sentTo(hidden(dossier.email)) }]),
          { term: words.pid, value: <code>{inFours(dossier.pid)}</code> },
        ]}
        receipts={stands.versions.toReversed().map(({ number, receivedAt }) => ({
          label: `${dossier.number} · ${words.receiptLine(number)} · ${words.when(receivedAt)}`,
          href: to(`bien-nhan/${number}`),
        }))}
        history={await history(c, dossier)}
        more={moreOf(dossier, cx.clock.now(), to)}
      />
    ),
  });
}

type To = (rest: string) => string;

function mainOf(dossier: Dossier, stands: Standing, to: To) {
  if (!stands.writes) {
    const last = stands.versions.at(-1);
    return last === undefined
      ? null
      : { label: words.seeReceipt, href: to(`bien-nhan/${last.number}`) };
  }
  if (dossier.state === 'submitted' && !stands.changed)
    return { label: words.seeReceipt, href: to(`bien-nhan/${dossier.submitted}`) };
  if (dossier.state === 'returned' && !stands.changed) {
    const first = remarksOf(dossier, true, to).find(({ href }) => href !== null);
    return { label: words.mend, href: first?.href ?? to('viet') };
  }
  const at = firstOpen(dossier, stands);
  return { label: `${words.goOn} ${at + 1}: ${words.steps[at]}`, href: to(stepPaths[at]!) };
}

const issuesAt = (dossier: Dossier, stands: Standing, step: number) =>
  stands.issues.filter((one) => stepOf(dossier, one) === step);

function firstOpen(dossier: Dossier, stands: Standing): number {
  const at = [0, 1, 2].find((step) => issuesAt(dossier, stands, step).length > 0);
  return at ?? 3;
}

function stepsOf(dossier: Dossier, stands: Standing, to: To): StepLine[] {
  const chosen = dossier.working.entrant !== null;
  const settled = dossier.state !== 'draft' && !stands.changed;
  return words.stepTitles.map((title, at): StepLine => {
    const line = { title, href: to(stepPaths[at]!), verb: words.go[at]! };
    if (at === 3)
      return settled && dossier.state !== 'returned'
        ? { ...line, tone: 'ok', says: words.stepState.submitted }
        : stands.issues.length === 0
          ? { ...line, tone: 'info', says: words.stepState.ready }
          : { ...line, tone: 'none', says: words.stepState.todo(stands.issues.length) };
    const open = issuesAt(dossier, stands, at).length;
    if (!chosen && at > 0) return { ...line, tone: 'none', says: words.stepState.first };
    return open === 0
      ? { ...line, tone: 'ok', says: words.stepState.done }
      : { ...line, tone: 'warn', says: words.stepState.todo(open) };
  });
}

function moreOf(dossier: Dossier, now: Date, to: To) {
  const open = dossier.edition.state === 'open';
  const { state, leave, edition } = dossier;
  const may = (action: 'withdraw' | 'discard') =>
    open && mayDo(state, action, edition.content.phases, now, leave).ok;
  return [
    ...(dossier.submitted > 0 ? [{ label: words.complain, href: to('khieu-nai') }] : []),
    ...(may('withdraw') ? [{ label: words.withdraw, href: to('rut') }] : []),
    ...(may('discard') ? [{ label: words.discard, href: to('xoa') }] : []),
  ];
}
