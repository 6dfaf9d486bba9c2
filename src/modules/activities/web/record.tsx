import type { Hono } from 'hono';
import { vietnamDay, vietnamTime } from '../../../kernel/clock.ts';
import { formatDate, formatDateTime } from '../../../kernel/vietnamese/dates.ts';
import { joinName } from '../../../kernel/vietnamese/names.ts';
import { formatNumber } from '../../../kernel/vietnamese/numbers.ts';
import { keepTogether, withUnit } from '../../../kernel/vietnamese/spaces.ts';
import { type TimelineEntry, timeline } from '../../../platform/audit/timeline.ts';
import { execute } from '../../../platform/command.ts';
import { NotFound } from '../../../platform/errors.ts';
import type { LinkedFile } from '../../../platform/files.ts';
import { wordsOf } from '../../../platform/forms/words.ts';
import { settled } from '../../../platform/http/api.ts';
import { formOf } from '../../../platform/http/body.ts';
import type { Env, WebContext } from '../../../platform/http/env.ts';
import { lastRestoreDay } from '../../../platform/records/deleting.ts';
import { fileSize } from '../../../platform/records/uploads.ts';
import {
  Alert,
  ButtonLink,
  ConfirmPage,
  DeletedRecord,
  type RecordFile,
  type Term,
  type TimelineItem,
  uiVi,
} from '../../../ui/index.ts';
import { personsById } from '../../people/index.ts';
import { HistoryAside, RecordPage } from '../pages/record.tsx';
import { activityWrite } from '../policy.ts';
import { allKinds } from '../queries.ts';
import type { FieldValue, KindField } from '../rules.ts';
import type { Activity, ActivityKind } from '../schema.ts';
import { activityDeletion, activityFiles } from '../service/index.ts';
import { actionNames, fieldNames, labels, roleNames, words } from '../vi.ts';
import { activityOf, crumbsTo, issueWords, offers, pathOf } from './shared.ts';

export function recordDoors(app: Hono<Env>): void {
  app.get('/hoat-dong/:pid', (c) => recordPage(c));
  app.get('/hoat-dong/:pid/xoa', removePage);
  app.post('/hoat-dong/:pid/xoa', remove);
  app.post('/hoat-dong/:pid/khoi-phuc', restore);
  app.post('/hoat-dong/:pid/tep', attach);
  app.get('/hoat-dong/:pid/tep/:file', download);
  app.post('/hoat-dong/:pid/tep/:file/go', detach);
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
        files={files.map((file) => attached(c, activity, file, writer))}
        attachAction={writer ? pathOf(c, `${activity.pid}/tep`) : null}
        attachError={attachError}
        removeHref={writer ? pathOf(c, `${activity.pid}/xoa`) : null}
        listHref={pathOf(c)}
      />
    ),
    aside: <HistoryAside items={await historyOf(c, activity)} />,
  });
}

function noticeOf(c: WebContext, kind: ActivityKind | undefined) {
  const said: Readonly<Record<string, string>> = {
    'da-luu': words.saved(kind?.noun ?? ''),
    'da-khoi-phuc': words.restored,
    'da-them-tep': words.attached,
    'da-go-tep': words.detached,
  };
  const name = Object.keys(said).find((key) => c.req.query(key) !== undefined);
  return name === undefined ? undefined : <Alert tone="ok" title={said[name]} live />;
}

/** A deleted record: only those who may take it back learn that it was there. */
function deletedPage(
  c: WebContext,
  activity: Activity,
  deletedAt: Date,
): Response | Promise<Response> {
  const until = lastRestoreDay(deletedAt);
  if (!offers(c, activityWrite) || until < c.var.cx.clock.today()) throw new NotFound('activity');
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

/** A field's value as it is read, with its unit. */
export function shownValue(field: KindField, value: FieldValue): string {
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (typeof value === 'number') {
    const number = formatNumber(value);
    return field.unit === undefined ? number : withUnit(number, field.unit);
  }
  if (field.type === 'day') return formatDate(value);
  return field.options?.find((option) => option.value === value)?.label ?? value;
}

function attached(
  c: WebContext,
  activity: Activity,
  file: LinkedFile,
  writer: boolean,
): RecordFile {
  const href = pathOf(c, `${activity.pid}/tep/${file.pid}`);
  const size = keepTogether(fileSize(file.size));
  return { name: file.name, size, href, detachAction: writer ? `${href}/go` : null };
}

async function historyOf(c: WebContext, activity: Activity): Promise<readonly TimelineItem[]> {
  const { db } = c.var.cx;
  const entries = await timeline(db, { type: 'activity', id: activity.id });
  const ids = entries.flatMap((entry) => entry.actorPersonId ?? []);
  const persons = await personsById(db, [...new Set(ids)]);
  return entries.map((entry) => {
    const person = persons.get(entry.actorPersonId ?? '');
    return {
      when: formatDateTime(vietnamTime(entry.at)),
      title: actionNames[entry.action] ?? entry.action,
      children: [person === undefined ? words.machine : joinName(person), changedIn(entry)]
        .filter(Boolean)
        .join(': '),
    };
  });
}

function changedIn(entry: TimelineEntry): string {
  if (entry.action !== 'activity.edit') return '';
  return entry.changes.map((change) => fieldNames[change.field] ?? change.field).join(', ');
}

async function removePage(c: WebContext): Promise<Response> {
  const activity = await activityOf(c);
  if (activity.deletedAt !== null) throw new NotFound('activity');
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

async function remove(c: WebContext): Promise<Response> {
  const { values } = await formOf(c);
  const pid = c.req.param('pid') ?? '';
  settled(await execute(c.var.cx, activityDeletion.remove, { pid, version: values.version }));
  return c.redirect(`${pathOf(c)}?da-xoa=${pid}`, 303);
}

async function restore(c: WebContext): Promise<Response> {
  const pid = c.req.param('pid') ?? '';
  settled(await execute(c.var.cx, activityDeletion.restore, { pid }));
  return c.redirect(`${pathOf(c, pid)}?da-khoi-phuc=1`, 303);
}

async function attach(c: WebContext): Promise<Response> {
  const activity = await activityOf(c);
  const issues = await activityFiles.add(c, activity);
  if (issues.length > 0) {
    return recordPage(c, issues.map((found) => wordsOf(found, issueWords)).join(' '));
  }
  return c.redirect(`${pathOf(c, activity.pid)}?da-them-tep=1#tep`, 303);
}

async function detach(c: WebContext): Promise<Response> {
  const activity = await activityOf(c);
  await activityFiles.drop(c, activity, c.req.param('file') ?? '');
  return c.redirect(`${pathOf(c, activity.pid)}?da-go-tep=1#tep`, 303);
}

async function download(c: WebContext): Promise<Response> {
  return activityFiles.send(c, await activityOf(c), c.req.param('file') ?? '');
}
