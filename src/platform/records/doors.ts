import type { Hono } from 'hono';
import type { IssueWords } from '../../kernel/issue.ts';
import { keepTogether } from '../../kernel/vietnamese/spaces.ts';
import { execute } from '../command.ts';
import { NotFound } from '../errors.ts';
import type { LinkedFile } from '../files.ts';
import { wordsOf } from '../forms/words.ts';
import { settled } from '../http/api.ts';
import { formOf } from '../http/body.ts';
import type { Env, WebContext } from '../http/env.ts';
import type { Permission } from '../policy.ts';
import type { Attachments } from './attachments.ts';
import { type Deletable, type Deletion, lastRestoreDay } from './deleting.ts';
import { offers, type Section } from './section.ts';
import { fileSize } from './uploads.ts';

/** POST doors that delete a record and take it back; the page that asks before is the module's. */
export function deletionDoors<Row extends Deletable>(
  app: Hono<Env>,
  path: string,
  { pathOf }: Section,
  deletion: Deletion<Row>,
): void {
  app.post(`${path}/:pid/xoa`, async (c) => {
    const { values } = await formOf(c);
    const pid = c.req.param('pid');
    settled(await execute(c.var.cx, deletion.remove, { pid, version: values.version }));
    return c.redirect(`${pathOf(c)}?da-xoa=${pid}`, 303);
  });
  app.post(`${path}/:pid/khoi-phuc`, async (c) => {
    const pid = c.req.param('pid');
    settled(await execute(c.var.cx, deletion.restore, { pid }));
    return c.redirect(`${pathOf(c, pid)}?da-khoi-phuc=1`, 303);
  });
}

/**
 * Until when a deleted record can be taken back.
 * @throws NotFound for those who may not, and when it is too late: only others learn that it was there.
 */
export function restorableUntil(c: WebContext, deletedAt: Date, permission: Permission): string {
  const until = lastRestoreDay(deletedAt);
  if (!offers(c, permission) || until < c.var.cx.clock.today()) throw new NotFound('record');
  return until;
}

/** What the doors of a record's files need to know of it. */
export interface FileDoors {
  readonly files: Attachments;
  readonly words: IssueWords;
  /** The record of the address. @throws NotFound */
  readonly find: (c: WebContext) => Promise<Deletable>;
  /** The record's page with what is wrong with a file. */
  readonly page: (c: WebContext, problem: string) => Promise<Response>;
  /** What the address of the page says after adding and after taking off. */
  readonly said: { readonly added: string; readonly dropped: string };
}

/** Doors that add a file to a record, send it, and take it off. */
export function fileDoors(
  app: Hono<Env>,
  path: string,
  { pathOf }: Section,
  { files, words, find, page, said }: FileDoors,
): void {
  app.post(`${path}/:pid/tep`, async (c) => {
    const record = await find(c);
    const issues = await files.add(c, record);
    if (issues.length > 0) return page(c, issues.map((found) => wordsOf(found, words)).join(' '));
    return c.redirect(`${pathOf(c, record.pid)}?${said.added}=1#tep`, 303);
  });
  app.get(`${path}/:pid/tep/:file`, async (c) => files.send(c, await find(c), c.req.param('file')));
  app.post(`${path}/:pid/tep/:file/go`, async (c) => {
    const record = await find(c);
    await files.drop(c, record, c.req.param('file'));
    return c.redirect(`${pathOf(c, record.pid)}?${said.dropped}=1#tep`, 303);
  });
}

/** A file as the page of its record (at `path`) shows it; only a writer may take it off. */
export function shownFile(path: string, file: LinkedFile, writer: boolean) {
  const href = `${path}/tep/${file.pid}`;
  const size = keepTogether(fileSize(file.size));
  return { name: file.name, size, href, detachAction: writer ? `${href}/go` : null };
}
