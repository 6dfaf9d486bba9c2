import type { Hono } from 'hono';
import { vietnamDay, vietnamTime } from '../../../kernel/clock.ts';
import { formatDate, formatDateTime } from '../../../kernel/vietnamese/dates.ts';
import { joinName } from '../../../kernel/vietnamese/names.ts';
import { keepTogether } from '../../../kernel/vietnamese/spaces.ts';
import { type TimelineEntry, timeline } from '../../../platform/audit/timeline.ts';
import { execute } from '../../../platform/command.ts';
import { Forbidden, NotFound } from '../../../platform/errors.ts';
import type { LinkedFile } from '../../../platform/files.ts';
import { type FormView, freshForm, returnedForm } from '../../../platform/forms/returned.ts';
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
import { State } from '../pages/list.tsx';
import { HistoryAside, RecordPage, RevokeForm } from '../pages/record.tsx';
import { distinctionWrite } from '../policy.ts';
import type { Distinction } from '../schema.ts';
import {
  distinctionDeletion,
  distinctionFiles,
  revokeDistinction,
  unrevokeDistinction,
} from '../service.ts';
import { actionNames, fieldNames, labels, levelNames, recipientNames, words } from '../vi.ts';
import { crumbsTo, distinctionOf, issueWords, liveOf, nameOf, offers, pathOf } from './shared.ts';

export function recordDoors(app: Hono<Env>): void {
  app.get('/khen-thuong/:pid', (c) => recordPage(c));
  app.get('/khen-thuong/:pid/huy-bo', async (c) => revokePage(c, await liveOf(c), freshForm()));
  app.post('/khen-thuong/:pid/huy-bo', revoke);
  app.post('/khen-thuong/:pid/con-hieu-luc', unrevoke);
  app.get('/khen-thuong/:pid/xoa', removePage);
  app.post('/khen-thuong/:pid/xoa', remove);
  app.post('/khen-thuong/:pid/khoi-phuc', restore);
  app.post('/khen-thuong/:pid/tep', attach);
  app.get('/khen-thuong/:pid/tep/:file', async (c) =>
    distinctionFiles.send(c, await distinctionOf(c), c.req.param('file')),
  );
  app.post('/khen-thuong/:pid/tep/:file/go', detach);
}

async function recordPage(c: WebContext, attachError?: string): Promise<Response> {
  const distinction = await distinctionOf(c);
  if (distinction.deletedAt !== null) return deletedPage(c, distinction, distinction.deletedAt);
  const writer = offers(c, distinctionWrite);
  const path = pathOf(c, distinction.pid);
  const files = await distinctionFiles.of(c.var.cx, distinction.id);
  const revoked = distinction.revokedOn !== null;
  return c.var.shell.office(c, {
    title: nameOf(distinction),
    lead: [levelNames[distinction.level], formatDate(distinction.decidedOn)].join(' · '),
    error: attachError !== undefined,
    status: attachError === undefined ? 200 : 422,
    crumbs: crumbsTo(c, { label: nameOf(distinction) }),
    action: writer ? (
      <ButtonLink kind="primary" icon="edit" href={`${path}/sua`}>
        {words.edit}
      </ButtonLink>
    ) : undefined,
    before: noticeOf(c),
    body: (
      <RecordPage
        terms={termsOf(distinction)}
        files={files.map((file) => fileOf(path, file, writer))}
        attachAction={writer ? `${path}/tep` : null}
        attachError={attachError}
        acts={
          writer
            ? {
                revokeHref: revoked ? null : `${path}/huy-bo`,
                unrevokeAction: revoked ? `${path}/con-hieu-luc` : null,
                removeHref: `${path}/xoa`,
              }
            : null
        }
        listHref={pathOf(c)}
      />
    ),
    aside: <HistoryAside items={await historyOf(c, distinction)} />,
  });
}

function noticeOf(c: WebContext) {
  const said: Readonly<Record<string, string>> = {
    'da-luu': words.saved,
    'da-khoi-phuc': words.restored,
    'da-huy-bo': words.revoked,
    'con-hieu-luc': words.unrevoked,
  };
  const name = Object.keys(said).find((key) => c.req.query(key) !== undefined);
  return name === undefined ? undefined : <Alert tone="ok" title={said[name]} live />;
}

/** A deleted record: only those who may take it back learn that it was there. */
function deletedPage(
  c: WebContext,
  distinction: Distinction,
  deletedAt: Date,
): Response | Promise<Response> {
  const until = lastRestoreDay(deletedAt);
  const gone = until < c.var.cx.clock.today();
  if (gone || !offers(c, distinctionWrite)) throw new NotFound('distinction');
  return c.var.shell.office(c, {
    title: nameOf(distinction),
    crumbs: crumbsTo(c, { label: nameOf(distinction) }),
    body: (
      <DeletedRecord
        text={uiVi.record.deletedOn(formatDate(vietnamDay(deletedAt)), formatDate(until))}
        restoreAction={pathOf(c, `${distinction.pid}/khoi-phuc`)}
        listHref={pathOf(c)}
      />
    ),
  });
}

function termsOf(row: Distinction): readonly Term[] {
  const optional: readonly (readonly [string, string | null])[] = [
    ['decision_no', row.decisionNo],
    ['giver', row.giver],
    ['note', row.note],
    ['reason', row.revokedReason],
  ];
  const revoked = row.revokedOn === null ? null : formatDate(row.revokedOn);
  return [
    { term: labels.title ?? '', value: [row.titleName, row.class].filter(Boolean).join(' ') },
    { term: labels.level ?? '', value: levelNames[row.level] },
    { term: recipientNames[row.recipient], value: row.recipientName },
    { term: labels.organisation ?? '', value: row.organisationName },
    { term: labels.decided_on ?? '', value: formatDate(row.decidedOn) },
    { term: words.state, value: <State revoked={revoked} /> },
    ...optional.flatMap(([name, value]) =>
      value === null ? [] : [{ term: labels[name] ?? '', value }],
    ),
  ];
}

function fileOf(path: string, file: LinkedFile, writer: boolean): RecordFile {
  const href = `${path}/tep/${file.pid}`;
  const size = keepTogether(fileSize(file.size));
  return { name: file.name, size, href, detachAction: writer ? `${href}/go` : null };
}

async function historyOf(c: WebContext, row: Distinction): Promise<readonly TimelineItem[]> {
  const { db } = c.var.cx;
  const entries = await timeline(db, { type: 'distinction', id: row.id });
  const ids = entries.flatMap((entry) => entry.actorPersonId ?? []);
  const persons = await personsById(db, [...new Set(ids)]);
  return entries.map((entry) => {
    const person = persons.get(entry.actorPersonId ?? '');
    const who = person === undefined ? words.machine : joinName(person);
    return {
      when: formatDateTime(vietnamTime(entry.at)),
      title: actionNames[entry.action] ?? entry.action,
      children: [who, entry.reason ?? changedIn(entry)].filter(Boolean).join(': '),
    };
  });
}

function changedIn(entry: TimelineEntry): string {
  if (entry.action !== 'distinction.edit') return '';
  return entry.changes.map((change) => fieldNames[change.field] ?? change.field).join(', ');
}

function revokePage(
  c: WebContext,
  distinction: Distinction,
  state: FormView,
): Response | Promise<Response> {
  if (!offers(c, distinctionWrite)) throw new Forbidden(distinctionWrite.name);
  const bad = state.summary.length > 0;
  const back = pathOf(c, distinction.pid);
  return c.var.shell.office(c, {
    title: words.revokeTitle,
    lead: nameOf(distinction),
    error: bad,
    status: bad ? 422 : 200,
    crumbs: crumbsTo(c, { label: nameOf(distinction), href: back }, { label: words.revokeTitle }),
    body: (
      <RevokeForm
        state={state}
        action={c.req.path}
        hidden={{ version: distinction.version }}
        keepHref={back}
      />
    ),
  });
}

async function revoke(c: WebContext): Promise<Response> {
  const distinction = await liveOf(c);
  const { values } = await formOf(c);
  const { revoked_on, reason, version } = values;
  const input = { pid: distinction.pid, revoked_on, reason, version };
  const outcome = await execute(c.var.cx, revokeDistinction, input);
  if (outcome.ok) return c.redirect(`${pathOf(c, distinction.pid)}?da-huy-bo=1`, 303);
  return revokePage(c, distinction, returnedForm(values, outcome.issues, issueWords, labels));
}

async function unrevoke(c: WebContext): Promise<Response> {
  const pid = c.req.param('pid') ?? '';
  settled(await execute(c.var.cx, unrevokeDistinction, { pid }), issueWords);
  return c.redirect(`${pathOf(c, pid)}?con-hieu-luc=1`, 303);
}

async function removePage(c: WebContext): Promise<Response> {
  const distinction = await liveOf(c);
  if (!offers(c, distinctionWrite)) throw new Forbidden(distinctionWrite.name);
  const back = pathOf(c, distinction.pid);
  return c.var.shell.office(c, {
    title: words.removeTitle,
    crumbs: crumbsTo(c, { label: nameOf(distinction), href: back }, { label: words.removeTitle }),
    body: (
      <ConfirmPage
        question={words.removeQuestion(nameOf(distinction))}
        action={c.req.path}
        hidden={{ version: distinction.version }}
        verb={words.removeTitle}
        keepHref={back}
        keepLabel={words.keep}
      >
        {words.removeBody}
      </ConfirmPage>
    ),
  });
}

async function remove(c: WebContext): Promise<Response> {
  const { values } = await formOf(c);
  const pid = c.req.param('pid') ?? '';
  settled(await execute(c.var.cx, distinctionDeletion.remove, { pid, version: values.version }));
  return c.redirect(`${pathOf(c)}?da-xoa=${pid}`, 303);
}

async function restore(c: WebContext): Promise<Response> {
  const pid = c.req.param('pid') ?? '';
  settled(await execute(c.var.cx, distinctionDeletion.restore, { pid }));
  return c.redirect(`${pathOf(c, pid)}?da-khoi-phuc=1`, 303);
}

async function attach(c: WebContext): Promise<Response> {
  const distinction = await liveOf(c);
  const issues = await distinctionFiles.add(c, distinction);
  if (issues.length > 0) {
    return recordPage(c, issues.map((found) => wordsOf(found, issueWords)).join(' '));
  }
  return c.redirect(`${pathOf(c, distinction.pid)}?da-luu=1#tep`, 303);
}

async function detach(c: WebContext): Promise<Response> {
  const distinction = await liveOf(c);
  await distinctionFiles.drop(c, distinction, c.req.param('file') ?? '');
  return c.redirect(`${pathOf(c, distinction.pid)}?da-luu=1#tep`, 303);
}
