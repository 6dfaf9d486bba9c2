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
import { State } from '../pages/list.tsx';
import { RecordPage } from '../pages/record.tsx';
import { distinctionWrite } from '../policy.ts';
import type { Distinction } from '../schema.ts';
import { distinctionDeletion, distinctionFiles } from '../service/index.ts';
import { actionNames, fieldNames, labels, levelNames, recipientNames, words } from '../vi.ts';
import { crumbsTo, distinctionOf, issueWords, liveOf, nameOf, pathOf, section } from './shared.ts';

const historyWords = { actions: actionNames, fields: fieldNames };

export function recordDoors(app: Hono<Env>): void {
  app.get('/khen-thuong/:pid', (c) => recordPage(c));
  app.get('/khen-thuong/:pid/xoa', removePage);
  deletionDoors(app, '/khen-thuong', section, distinctionDeletion);
  fileDoors(app, '/khen-thuong', section, {
    files: distinctionFiles,
    words: issueWords,
    find: liveOf,
    page: recordPage,
    said: { added: 'da-luu', dropped: 'da-luu' },
  });
}

async function recordPage(c: WebContext, attachError?: string): Promise<Response> {
  const { cx } = c.var;
  const distinction = await distinctionOf(c);
  if (distinction.deletedAt !== null) return deletedPage(c, distinction, distinction.deletedAt);
  const writer = offers(c, distinctionWrite);
  const path = pathOf(c, distinction.pid);
  const files = await distinctionFiles.of(cx, distinction.id);
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
        files={files.map((file) => shownFile(path, file, writer))}
        attachAction={writer ? `${path}/tep` : null}
        error={attachError}
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
    aside: (
      <RecordHistory
        items={await historyOf(cx.db, { type: 'distinction', id: distinction.id }, historyWords)}
      />
    ),
  });
}

function noticeOf(c: WebContext) {
  const title = saidIn(c, {
    'da-luu': words.saved,
    'da-khoi-phuc': words.restored,
    'da-huy-bo': words.revoked,
    'con-hieu-luc': words.unrevoked,
  });
  return title === undefined ? undefined : <Alert tone="ok" title={title} live />;
}

/** A deleted record: only those who may take it back learn that it was there. */
function deletedPage(
  c: WebContext,
  distinction: Distinction,
  deletedAt: Date,
): Response | Promise<Response> {
  const until = restorableUntil(c, deletedAt, distinctionWrite);
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
