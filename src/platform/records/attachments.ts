import { Readable } from 'node:stream';
import { z } from 'zod';
import type { Issue } from '../../kernel/issue.ts';
import { type Change, type Command, type Cx, command, execute } from '../command.ts';
import { NotFound } from '../errors.ts';
import { fileHeaders, filesOf, type LinkedFile, linkFiles } from '../files.ts';
import { settled } from '../http/api.ts';
import { formOf } from '../http/body.ts';
import type { WebContext } from '../http/env.ts';
import type { Permission } from '../policy.ts';
import type { Deletable } from './deleting.ts';
import { type Received, receiveFiles } from './uploads.ts';

/** Public ids of files that were received before; absent leaves a record's files as they are. */
export const filePids = z.array(z.string().max(16)).max(20).nullish();

const input = z.strictObject({ pid: z.string(), files: filePids });

/** What belongs to the files of one kind of record. */
export interface Attachments {
  /** Gives a record exactly these files, in this order: '<type>.attach'. */
  readonly command: Command<typeof input, Deletable, { pid: string }>;
  readonly of: (cx: Cx, id: string) => Promise<readonly LinkedFile[]>;
  /** The change that a command makes when its input names files; none when it names none. */
  readonly change: (
    cx: Cx,
    record: { readonly id: string; readonly organisationId: string },
    pids: readonly string[] | null | undefined,
  ) => Promise<Record<string, Change>>;
  /** As `change`, for a record that may move: its files lie under the rights of its organisation. */
  readonly follow: (
    cx: Cx,
    record: Pick<Deletable, 'id' | 'organisationId'>,
    organisationId: string,
    pids: readonly string[] | null | undefined,
  ) => Promise<Record<string, Change>>;
  /** What a form's command is told: the files received, after those that the record (`id`) has. */
  readonly after: (
    cx: Cx,
    id: string | null,
    received: Received,
  ) => Promise<readonly string[] | null>;
  /** Adds the files of a form's field `files`; those that are good are kept, the others are told. */
  readonly add: (c: WebContext, record: Deletable) => Promise<readonly Issue[]>;
  /** Takes one file off. Throws NotFound. */
  readonly drop: (c: WebContext, record: Deletable, file: string) => Promise<void>;
  /** Sends one file. Throws NotFound. */
  readonly send: (c: WebContext, record: Deletable, file: string) => Promise<Response>;
}

/** The files of the records of a type; `find` gives the rows that the actor may see. */
export function attachments(
  type: string,
  permission: Permission,
  find: (cx: Cx, pid: string) => Promise<Deletable | null>,
): Attachments {
  const of = async (cx: Cx, id: string): Promise<readonly LinkedFile[]> =>
    (await filesOf(cx.db, type, [id])).get(id) ?? [];
  const change: Attachments['change'] = async (cx, { id, organisationId }, pids) =>
    pids === null || pids === undefined
      ? {}
      : { files: await linkFiles(cx, { type, id, organisationId }, pids) };
  const attach: Attachments['command'] = command({
    name: `${type}.attach`,
    input,
    permission,
    load: async (cx, { pid }) => {
      const record = await find(cx, pid);
      if (record === null || record.deletedAt !== null) throw new NotFound(type);
      return record;
    },
    at: (record) => [record.organisationId],
    run: async (cx, record, { files }) => ({
      result: { pid: record.pid },
      subject: { type, id: record.id },
      organisationId: record.organisationId,
      changes: await change(cx, record, files ?? []),
    }),
  });
  return { command: attach, of, change, ...carrying(of, change), ...doors(of, attach) };
}

function carrying(
  of: Attachments['of'],
  change: Attachments['change'],
): Pick<Attachments, 'follow' | 'after'> {
  const pidsOf = async (cx: Cx, id: string) => (await of(cx, id)).map((file) => file.pid);
  return {
    follow: async (cx, { id, organisationId: from }, organisationId, pids) => {
      const kept = from === organisationId ? null : await pidsOf(cx, id);
      return change(cx, { id, organisationId }, pids ?? kept);
    },
    after: async (cx, id, received) => {
      const files = received.files.map((file) => file.pid);
      if (id === null) return files;
      return files.length === 0 ? null : [...(await pidsOf(cx, id)), ...files];
    },
  };
}

function doors(
  of: Attachments['of'],
  attach: Attachments['command'],
): Pick<Attachments, 'add' | 'drop' | 'send'> {
  return {
    add: async (c, record) => {
      const { cx, services } = c.var;
      const sent = (await formOf(c)).files.files ?? [];
      if (sent.length === 0) return [{ path: 'files', code: 'choose_file' }];
      const received = await receiveFiles(cx, services.files, sent, []);
      const files = [...(await of(cx, record.id)), ...received.files].map((file) => file.pid);
      if (received.files.length > 0) settled(await execute(cx, attach, { pid: record.pid, files }));
      return received.issues;
    },
    drop: async ({ var: { cx } }, record, file) => {
      const old = (await of(cx, record.id)).map((one) => one.pid);
      if (!old.includes(file)) throw new NotFound('file');
      const files = old.filter((one) => one !== file);
      settled(await execute(cx, attach, { pid: record.pid, files }));
    },
    send: async (c, record, wanted) => {
      const file = (await of(c.var.cx, record.id)).find((one) => one.pid === wanted);
      if (file === undefined || record.deletedAt !== null) throw new NotFound('file');
      const bytes = Readable.toWeb(await c.var.services.files.open(file.sha256));
      return c.body(bytes as ReadableStream, 200, fileHeaders(file));
    },
  };
}
