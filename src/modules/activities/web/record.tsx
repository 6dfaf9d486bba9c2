import type { Hono } from 'hono';
import { vietnamDay } from '../../../kernel/clock.ts';
import { formatDate } from '../../../kernel/vietnamese/dates.ts';
import { Forbidden } from '../../../platform/errors.ts';
import type { Env, WebContext } from '../../../platform/http/env.ts';
import {
  deletionDoors,
  fileDoors,
  restorableUntil,
  shownFile,
} from '../../../platform/records/doors.ts';
import { offers, saidIn } from '../../../platform/records/section.ts';
import {
  Alert,
  ButtonLink,
  ConfirmPage,
  DeletedRecord,
  RecordHistory,
  type Term,
  uiVi,
} from '../../../ui/index.ts';
import { historyOf } from '../../people/index.ts';
import { RecordPage } from '../pages/record.tsx';
import { activityWrite } from '../policy.ts';
import { allKinds } from '../queries/index.ts';
import type { Activity, ActivityKind } from '../schema/index.ts';
import { activityDeletion, activityFiles } from '../service/index.ts';
import { actionNames, fieldNames, labels, roleNames, words } from '../vi.ts';
import { shownValue } from './own-values.ts';
import { activityOf, crumbsTo, issueWords, liveOf, pathOf, section } from './shared.ts';

const historyWords = { actions: actionNames, fields: fieldNames };

export function recordDoors(app: Hono<Env>): void {
  app.get('/hoat-dong/:pid', (c) => recordPage(c));
  app.get('/hoat-dong/:pid/xoa', removePage);
  deletionDoors(app, '/hoat-dong', section, activityDeletion);
  fileDoors(app, '/hoat-dong', section, {
    files: activityFiles,
    words: issueWords,
    find: liveOf,
    page: recordPage,
    said: { added: 'da-them-tep', dropped: 'da-go-tep' },
  });
}

async function recordPage(c: WebContext, attachError?: string): Promise<Response> {
  const { cx } = c.var;
  const activity = await activityOf(c);
  const writer = offers(c, activityWrite);
  if (activity.deletedAt !== null) return deletedPage(c, activity, activity.deletedAt);
  const kind = (await allKinds(cx.db)).get(activity.kind);
  const files = await activityFiles.of(cx, activity.id);
  return c.var.shell.office(c, {
    title: activity.title,
    lead: `${activity.kindName} · ${activity.organisationName} · ${shownDays(activity)}`,
    error: attachError !== undefined,
    status: attachError === undefined ? 200 : 422,
    crumbs: crumbsTo(
      c,
      { label: activity.kindName, href: `${pathOf(c)}?loai=${activity.kind}` },
      { label: activity.title },
    ),
    action: writer ? (
      <ButtonLink kind="primary" icon="edit" href={pathOf(c, `${activity.pid}/sua`)}>
        {words.edit}
      </ButtonLink>
    ) : undefined,
    before: noticeOf(c, kind),
    body: (
      <RecordPage
        terms={termsOf(activity, kind)}
        files={files.map((file) => shownFile(pathOf(c, activity.pid), file, writer))}
        attachAction={writer ? pathOf(c, `${activity.pid}/tep`) : null}
        error={attachError}
        removeHref={writer ? pathOf(c, `${activity.pid}/xoa`) : null}
        listHref={pathOf(c)}
      />
    ),
    aside: (
      <RecordHistory
        items={await historyOf(cx.db, { type: 'activity', id: activity.id }, historyWords)}
      />
    ),
  });
}

function noticeOf(c: WebContext, kind: ActivityKind | undefined) {
  const title = saidIn(c, {
    'da-luu': words.saved(kind?.noun ?? ''),
    'da-khoi-phuc': words.restored,
    'da-them-tep': words.attached,
    'da-go-tep': words.detached,
  });
  return title === undefined ? undefined : <Alert tone="ok" title={title} live />;
}

/** A deleted record: only those who may take it back learn that it was there. */
function deletedPage(
  c: WebContext,
  activity: Activity,
  deletedAt: Date,
): Response | Promise<Response> {
  const until = restorableUntil(c, deletedAt, activityWrite);
  return c.var.shell.office(c, {
    title: activity.title,
    crumbs: crumbsTo(c, { label: activity.title }),
    body: (
      <DeletedRecord
        text={uiVi.record.deletedOn(formatDate(vietnamDay(deletedAt)), formatDate(until))}
        restoreAction={pathOf(c, `${activity.pid}/khoi-phuc`)}
        listHref={pathOf(c)}
      />
    ),
  });
}

function shownDays({ startsOn, endsOn }: Activity): string {
  return words.days(formatDate(startsOn), endsOn === null ? null : formatDate(endsOn));
}

function termsOf(activity: Activity, kind: ActivityKind | undefined): readonly Term[] {
  const label = labels(kind?.noun ?? '');
  const own = (kind?.fields ?? []).flatMap((field): Term[] => {
    const value = activity.data[field.key];
    return value === undefined ? [] : [{ term: field.label, value: shownValue(field, value) }];
  });
  const places: readonly (readonly [string, string | null])[] = [
    ['place', activity.place],
    ['partners', activity.partners],
    ['summary', activity.summary],
  ];
  return [
    { term: words.columns.kind, value: activity.kindName },
    { term: words.columns.day, value: shownDays(activity) },
    { term: label.organisation ?? '', value: activity.organisationName },
    { term: label.role ?? '', value: roleNames[activity.role] },
    ...own,
    ...places.flatMap(([name, value]) =>
      value === null ? [] : [{ term: label[name] ?? '', value }],
    ),
  ];
}

async function removePage(c: WebContext): Promise<Response> {
  const activity = await liveOf(c);
  if (!offers(c, activityWrite)) throw new Forbidden(activityWrite.name);
  const noun = (await allKinds(c.var.cx.db)).get(activity.kind)?.noun ?? '';
  const title = words.removeOne(noun);
  return c.var.shell.office(c, {
    title,
    crumbs: crumbsTo(c, { label: activity.title, href: pathOf(c, activity.pid) }, { label: title }),
    body: (
      <ConfirmPage
        question={words.removeQuestion(noun, activity.title)}
        action={c.req.path}
        hidden={{ version: activity.version }}
        verb={title}
        keepHref={pathOf(c, activity.pid)}
        keepLabel={words.keepOne(noun)}
      >
        {words.removeBody}
      </ConfirmPage>
    ),
  });
}
