import type { Hono } from 'hono';
import { formatPartialDate } from '../../../../kernel/partial-date.ts';
import { siteOf } from '../../../../platform/http/client.ts';
import type { Env, WebContext } from '../../../../platform/http/env.ts';
import { formDoor } from '../../../../platform/records/form-door.ts';
import type { ActState } from '../../../../ui/index.ts';
import type { Edition } from '../../../calls/index.ts';
import { InviteNotice, JudgeConflicts } from '../../pages/office/judge.tsx';
import { EndForm, InviteForm, JudgeForm } from '../../pages/office/judge-forms.tsx';
import { conflictCounts, listConflicts } from '../../queries/index.ts';
import type { OpenedJudge } from '../../schema/index.ts';
import { editJudge, endJudge, inviteJudge } from '../../service/index.ts';
import { fullName } from '../../vi/index.ts';
import { judgeWords as words } from '../../vi/office.ts';
import { shownConflicts } from './conflict-lines.ts';
import { boxes, ticked } from './council-forms.tsx';
import { base, crumbsOf, issueWords, managedJudge, pathOf, paths } from './shared.tsx';

const one = `${base}/${paths.judges}/:judge{[0-9a-z]{16}}`;

/** Changing what is known of judges, inviting, ending. */
export function judgeFormDoors(app: Hono<Env>): void {
  editDoor(app);
  inviteDoor(app);
  endDoor(app);
}

export const fieldOptions = ({ content }: Pick<Edition, 'content'>) =>
  content.fields.map(({ code, name }) => ({ value: code, label: name }));

export const codesOf = ({ content }: Pick<Edition, 'content'>) =>
  content.fields.map(({ code }) => code);

const judgePath = (c: WebContext, { edition, pid }: OpenedJudge): string =>
  pathOf(c, edition, 'judges', pid);

const judgeCrumbs = (c: WebContext, judge: OpenedJudge, label: string) =>
  crumbsOf(c, judge.edition, 'judges', { label: judge.name, href: judgePath(c, judge) }, { label });

const valuesOf = (judge: OpenedJudge): Record<string, string> => ({
  name: judge.name,
  title: judge.title ?? '',
  unit: judge.unit ?? '',
  email: judge.email ?? '',
  phone: judge.phone ?? '',
  birth: judge.birth === null ? '' : formatPartialDate(judge.birth),
  max_load: judge.maxLoad === null ? '' : String(judge.maxLoad),
  ...boxes('expertise', judge.expertise),
});

function editDoor(app: Hono<Env>): void {
  formDoor(app, {
    words: issueWords,
    path: `${one}/sua`,
    command: editJudge,
    title: () => words.edit,
    lead: fullName,
    open: managedJudge,
    crumbs: (c, judge) => judgeCrumbs(c, judge, words.edit),
    initial: (_c, judge) => valuesOf(judge),
    fixed: async (_c, judge, typed) => ({
      values: {
        pid: judge.pid,
        expertise: ticked(typed, 'expertise', codesOf(judge.edition)),
      },
    }),
    version: ({ version }) => version,
    labels: words.labels,
    after: (c, judge, { mailed }) => `${judgePath(c, judge)}?${mailed ? 'da-luu' : 'da-doi-thu'}=1`,
    view: (c, judge, state) => (
      <JudgeForm
        state={{ ...state, backHref: judgePath(c, judge) }}
        verb={words.save}
        fields={fieldOptions(judge.edition)}
      />
    ),
  });
}

function inviteDoor(app: Hono<Env>): void {
  formDoor(app, {
    words: issueWords,
    path: `${one}/moi`,
    command: inviteJudge,
    title: () => words.inviteTitle,
    lead: fullName,
    open: managedJudge,
    crumbs: (c, judge) => judgeCrumbs(c, judge, words.inviteTitle),
    initial: () => ({}),
    fixed: async (c, { pid }) => ({ values: { pid, site: siteOf(c) } }),
    version: ({ version }) => version,
    labels: words.labels,
    after: (c, judge) => `${judgePath(c, judge)}?da-moi=1`,
    view: inviteView,
  });
}

const mostConflicts = 20;

/** Whoever invites sees first what stands in the way. */
async function inviteView(c: WebContext, judge: OpenedJudge, state: Omit<ActState, 'backHref'>) {
  const { cx } = c.var;
  const { rows, total } = await listConflicts(cx, judge.editionId, {
    judge: judge.pid,
    page: 1,
    size: mostConflicts,
  });
  const dossiers = (await conflictCounts(cx, [judge.id])).get(judge.id)?.dossiers ?? 0;
  return (
    <>
      <p>{judge.email === null ? words.noMail : words.inviteTo(judge.email)}</p>
      <InviteNotice many={dossiers} />
      {total === 0 ? null : (
        <JudgeConflicts
          conflicts={await shownConflicts(c, rows)}
          total={total}
          conflictsHref={`${pathOf(c, judge.edition, 'conflicts')}?giam-khao=${judge.pid}`}
        />
      )}
      <InviteForm state={{ ...state, backHref: judgePath(c, judge) }} conflicted={dossiers > 0} />
    </>
  );
}

function endDoor(app: Hono<Env>): void {
  formDoor(app, {
    words: issueWords,
    path: `${one}/ket-thuc`,
    command: endJudge,
    title: () => words.end,
    lead: fullName,
    open: managedJudge,
    crumbs: (c, judge) => judgeCrumbs(c, judge, words.end),
    initial: () => ({}),
    fixed: async (_c, { pid }) => ({ values: { pid } }),
    version: ({ version }) => version,
    labels: words.labels,
    after: (c, judge) => `${judgePath(c, judge)}?da-ket-thuc=1`,
    view: (c, judge, state) => <EndForm state={{ ...state, backHref: judgePath(c, judge) }} />,
  });
}
