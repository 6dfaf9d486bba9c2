import type { Hono } from 'hono';
import { vietnamDay } from '../../../../kernel/clock.ts';
import { formatDate } from '../../../../kernel/vietnamese/dates.ts';
import { keepTogether } from '../../../../kernel/vietnamese/spaces.ts';
import { NotFound } from '../../../../platform/errors.ts';
import type { Env, WebContext } from '../../../../platform/http/env.ts';
import { deletionDoors, restorableUntil } from '../../../../platform/records/doors.ts';
import { offers, saidIn } from '../../../../platform/records/section.ts';
import { fileSize } from '../../../../platform/records/uploads.ts';
import {
  Alert,
  ButtonLink,
  ConfirmPage,
  DeletedRecord,
  RecordHistory,
  type Term,
  uiVi,
} from '../../../../ui/index.ts';
import { historyOf } from '../../../people/index.ts';
import { OneMedium, Uses } from '../../pages/one.tsx';
import { mediaManage } from '../../policy.ts';
import { findMedium, sizeOf } from '../../queries/index.ts';
import { sizeTypes } from '../../rules/index.ts';
import type { Medium } from '../../schema/index.ts';
import { mediaDeletion, mediaPage, usesOf } from '../../service/index.ts';
import {
  actionNames,
  fieldNames,
  kindNames,
  kindNouns,
  labels,
  siteWords,
  words,
} from '../../vi/index.ts';
import { shownInOffice } from '../field.ts';
import { sendBytes } from '../sending.ts';
import { crumbsTo, mediumOf, mustManage, pathOf, section } from '../shared.ts';
import { sizeNamed } from '../site/files.ts';
import { editDoor } from './editing.tsx';

export function mediumDoors(app: Hono<Env>): void {
  app.get('/thu-vien/:pid', mediumPage);
  app.get('/thu-vien/:pid/hinh/:size', sendPicture);
  app.get('/thu-vien/:pid/tai-ve', sendWhole);
  app.get('/thu-vien/:pid/xoa', removePage);
  deletionDoors(app, '/thu-vien', section, mediaDeletion);
  editDoor(app);
}

const historyWords = {
  actions: actionNames,
  fields: fieldNames,
  without: ['media.draw'],
};

async function mediumPage(c: WebContext): Promise<Response> {
  const { cx, place } = c.var;
  const medium = await findMedium(cx, c.req.param('pid') ?? '');
  if (medium === null || medium.organisationId !== place.organisationId)
    throw new NotFound('media');
  if (medium.deletedAt !== null) return deletedPage(c, medium, medium.deletedAt);
  const writer = offers(c, mediaManage);
  const own = pathOf(c, medium.pid);
  const uses = await usesOf(cx.db, [medium.pid]);
  const said = saidIn(c, { 'da-luu': words.saved, 'da-khoi-phuc': words.restored });
  return c.var.shell.office(c, {
    title: medium.title,
    lead: `${kindNames[medium.kind]} · ${words.stateOf(medium.public, medium.listed)}`,
    styles: ['media'],
    crumbs: crumbsTo(c, { label: medium.title }),
    action: writer ? (
      <ButtonLink kind="primary" icon="edit" href={`${own}/sua`}>
        {words.editOne(kindNouns[medium.kind])}
      </ButtonLink>
    ) : undefined,
    before: said === undefined ? undefined : <Alert tone="ok" title={said} live />,
    body: (
      <OneMedium
        media={shownInOffice(medium)}
        terms={termsOf(medium)}
        note={medium.kind === 'picture' && !medium.ready ? words.drawing : null}
        warning={medium.kind === 'picture' && medium.alt === null ? words.altMissing : null}
        uses={uses}
        downloadHref={`${own}/tai-ve`}
        publicHref={medium.public ? mediaPage(place.code, medium) : null}
        removeHref={writer ? `${own}/xoa` : null}
        listHref={pathOf(c)}
      />
    ),
    aside: (
      <RecordHistory
        items={await historyOf(cx.db, { type: 'media', id: medium.id }, historyWords)}
      />
    ),
  });
}

function termsOf(medium: Medium): readonly Term[] {
  const { width, height, seconds } = medium;
  const size = keepTogether(fileSize(medium.bytes));
  const pixels = width === null || height === null ? null : words.pixels(width, height);
  const said: readonly (readonly [string, string | null])[] = [
    [labels.alt ?? '', medium.kind === 'picture' ? medium.alt : null],
    [labels.caption ?? '', medium.caption],
    [labels.credit ?? '', medium.credit],
    [labels.taken_on ?? '', medium.takenOn === null ? null : formatDate(medium.takenOn)],
    [labels.tags ?? '', medium.tags.join(', ') || null],
    [words.length, seconds === null ? null : siteWords.minutes(seconds)],
    [labels.poster ?? '', medium.poster?.title ?? null],
    [words.file, medium.fileName],
    [words.size, [pixels, size].filter(Boolean).join(' · ')],
  ];
  return said.flatMap(([term, value]) => (value === null ? [] : [{ term, value }]));
}

function deletedPage(c: WebContext, medium: Medium, deletedAt: Date): Response | Promise<Response> {
  const until = restorableUntil(c, deletedAt, mediaManage);
  return c.var.shell.office(c, {
    title: medium.title,
    crumbs: crumbsTo(c, { label: medium.title }),
    body: (
      <DeletedRecord
        text={uiVi.record.deletedOn(formatDate(vietnamDay(deletedAt)), formatDate(until))}
        restoreAction={pathOf(c, `${medium.pid}/khoi-phuc`)}
        listHref={pathOf(c)}
      />
    ),
  });
}

async function removePage(c: WebContext): Promise<Response> {
  mustManage(c);
  const medium = await mediumOf(c);
  const noun = kindNouns[medium.kind];
  const title = words.removeOne(noun);
  const own = pathOf(c, medium.pid);
  const uses = await usesOf(c.var.cx.db, [medium.pid]);
  const crumbs = crumbsTo(c, { label: medium.title, href: own }, { label: title });
  if (uses.length > 0)
    return c.var.shell.office(c, {
      title,
      crumbs,
      before: <Alert tone="warn" title={words.usedBefore} />,
      body: <Uses uses={uses} />,
      action: <ButtonLink href={own}>{words.keepOne(noun)}</ButtonLink>,
    });
  return c.var.shell.office(c, {
    title,
    crumbs,
    body: (
      <ConfirmPage
        question={words.removeQuestion(noun, medium.title)}
        action={c.req.path}
        hidden={{ version: medium.version }}
        verb={title}
        keepHref={own}
        keepLabel={words.keepOne(noun)}
      >
        {words.removeBody}
      </ConfirmPage>
    ),
  });
}

const kept = 'private, max-age=3600';

async function sendPicture(c: WebContext): Promise<Response> {
  const medium = await mediumOf(c);
  const size = medium.kind === 'picture' ? sizeNamed(medium, c.req.param('size') ?? '') : null;
  if (size === null) throw new NotFound('picture');
  const { fileName: name } = medium;
  const found = await sizeOf(c.var.cx.db, medium.id, size.name);
  if (found === null)
    return sendBytes(c, { ...medium, name, inline: true, cache: 'private, no-cache' });
  return sendBytes(c, { ...found, mime: sizeTypes[size.format], name, inline: true, cache: kept });
}

async function sendWhole(c: WebContext): Promise<Response> {
  const medium = await mediumOf(c);
  const inline = medium.kind === 'video' || medium.kind === 'audio';
  return sendBytes(c, {
    ...medium,
    name: medium.fileName,
    inline,
    cache: 'private, no-cache, no-transform',
  });
}
