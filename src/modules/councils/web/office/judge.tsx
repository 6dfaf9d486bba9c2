import type { Hono } from 'hono';
import { formatPartialDate } from '../../../../kernel/partial-date.ts';
import { office } from '../../../../platform/http/addresses.ts';
import type { Env, WebContext } from '../../../../platform/http/env.ts';
import { ButtonLink, RecordHistory, type Term } from '../../../../ui/index.ts';
import { JudgePage } from '../../pages/office/judge.tsx';
import {
  councilsOf,
  listConflicts,
  personPid,
  relationsOf,
  seatsOfJudges,
} from '../../queries/index.ts';
import type { OpenedJudge } from '../../schema/index.ts';
import { fullName, relationNames, seatRoleNames } from '../../vi/index.ts';
import { judgeWords as words } from '../../vi/office.ts';
import { shownConflicts } from './conflict-lines.ts';
import {
  base,
  crumbsOf,
  historyLines,
  judgeOf,
  mayManage,
  moment,
  noticeOf,
  pathOf,
  paths,
} from './shared.tsx';

/** The page of one judge. */
export function judgeDoor(app: Hono<Env>): void {
  app.get(`${base}/${paths.judges}/:judge{[0-9a-z]{16}}`, judgePage);
}

const mostConflicts = 20;

async function judgePage(c: WebContext): Promise<Response> {
  const { cx, shell } = c.var;
  const judge = await judgeOf(c);
  const { edition } = judge;
  const councils = await councilsOf(cx, edition.id);
  const seats = await seatsOfJudges(cx, [judge.id]);
  const { rows, total } = await listConflicts(cx, edition.id, {
    judge: judge.pid,
    page: 1,
    size: mostConflicts,
  });
  const relations = await relationsOf(cx, [judge.id]);
  const manager = (await mayManage(c, edition)) && edition.state !== 'closed';
  const { notice } = words;
  return shell.office(c, {
    title: fullName(judge),
    lead: edition.content.name,
    crumbs: crumbsOf(c, edition, 'judges', { label: judge.name }),
    action: manager ? mainAct(c, judge) : undefined,
    before: noticeOf(c, {
      'da-them': notice.added,
      'da-luu': notice.saved,
      'da-doi-thu': notice.savedMail,
      'da-moi': notice.invited,
      'da-gui': notice.sent,
      'da-ket-thuc': notice.ended,
    }),
    body: (
      <JudgePage
        state={judge.state}
        terms={await termsOf(c, judge)}
        acts={manager ? otherActs(c, judge) : []}
        seats={seats.map(({ councilId, role }) => {
          const council = councils.find(({ id }) => id === councilId);
          return {
            council: council?.name ?? '',
            href: pathOf(c, edition, 'councils', council?.pid ?? ''),
            role: seatRoleNames[role],
          };
        })}
        relations={
          judge.answeredAt === null
            ? null
            : relations.map((one) => ({ ...one, relation: relationNames[one.relation] }))
        }
        conflicts={await shownConflicts(c, rows)}
        total={total}
        conflictsHref={`${pathOf(c, edition, 'conflicts')}?giam-khao=${judge.pid}`}
      />
    ),
    aside: <RecordHistory items={await historyLines(c, 'judge', judge.id)} />,
  });
}

const toJudge = (c: WebContext, { edition, pid }: OpenedJudge, rest: string): string =>
  pathOf(c, edition, 'judges', `${pid}/${rest}`);

/** What the page is opened for most: the invitation as long as nobody accepted. */
function mainAct(c: WebContext, judge: OpenedJudge) {
  const { state, edition } = judge;
  if (edition.state !== 'open' || state === 'accepted' || state === 'invited') return undefined;
  return (
    <ButtonLink kind="primary" href={toJudge(c, judge, 'moi')}>
      {state === 'proposed' ? words.invite : words.inviteAgain}
    </ButtonLink>
  );
}

function otherActs(c: WebContext, judge: OpenedJudge) {
  const { state, invitedAt, edition } = judge;
  const to = (rest: string) => toJudge(c, judge, rest);
  const linked = (state === 'invited' || state === 'accepted') && edition.state === 'open';
  return [
    { href: to('sua'), label: words.edit },
    ...(linked ? [{ href: to('lien-ket'), label: words.sendLink }] : []),
    ...(invitedAt === null ? [{ href: to('bo'), label: words.remove }] : []),
    ...(state === 'ended' || invitedAt === null
      ? []
      : [{ href: to('ket-thuc'), label: words.end }]),
  ];
}

async function termsOf(c: WebContext, judge: OpenedJudge): Promise<Term[]> {
  const { terms } = words;
  const { fields } = judge.edition.content;
  const record = await personPid(c.var.cx, judge.personId);
  const expertise =
    judge.expertise.length === 0
      ? words.anyField
      : judge.expertise
          .map((code) => fields.find((field) => field.code === code)?.name ?? code)
          .join(', ');
  const known: readonly (readonly [string, string | null])[] = [
    [terms.unit, judge.unit],
    [terms.email, judge.email],
    [terms.phone, judge.phone],
    [terms.birth, judge.birth === null ? null : formatPartialDate(judge.birth)],
    [terms.expertise, fields.length === 0 ? null : expertise],
    [terms.load, judge.maxLoad === null ? words.noLimit : words.upTo(judge.maxLoad)],
    [terms.invited, judge.invitedAt === null ? null : moment(judge.invitedAt)],
    [terms.answered, judge.answeredAt === null ? null : moment(judge.answeredAt)],
    [terms.reason, judge.reason],
  ];
  return [
    ...known.flatMap(([term, value]) => (value === null ? [] : [{ term, value }])),
    ...(record === null
      ? []
      : [
          {
            term: terms.person,
            value: <a href={office(c.var.place.code, `hoi-vien/${record}`)}>{words.record}</a>,
          },
        ]),
  ];
}
