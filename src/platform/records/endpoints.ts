import { z } from 'zod';
import type { IssueWords } from '../../kernel/issue.ts';
import { type Cx, execute } from '../command.ts';
import type { StoredFile } from '../files.ts';
import { optionalDay, optionalText, version } from '../forms/fields.ts';
import { type Api, pageQuery, settled } from '../http/api.ts';
import type { Attachments } from './attachments.ts';
import type { Deletable, Deletion } from './deleting.ts';

export const byPid = z.object({ pid: z.string() });

/** The query of a list of records: whose, when, and in which words. */
export const recordListQuery = {
  ...pageQuery,
  org: z.string().optional().describe('Code: its own records and those of all below it'),
  organisation: z.string().optional().describe('Code: its own records only'),
  from: optionalDay(),
  to: optionalDay(),
  q: optionalText(200),
};

/** The order meant by a word such as '-day'. */
export function orderOf<Sort extends string>(
  word: Sort | `-${Sort}`,
): { readonly sort: Sort; readonly descending: boolean } {
  return { sort: word.replace('-', '') as Sort, descending: word.startsWith('-') };
}

export const fileShape = z.object({
  pid: z.string(),
  name: z.string(),
  size: z.number().int(),
});

export const fileViews = (files: readonly StoredFile[]) =>
  files.map(({ pid, name, size }) => ({ pid, name, size }));

export interface RecordEndpoints<Row extends Deletable> {
  /** Under /api/v1, such as '/activities'. */
  readonly path: string;
  readonly tag: string;
  readonly noun: string;
  readonly response: z.ZodType;
  readonly words: IssueWords;
  readonly deletion: Deletion<Row>;
  readonly files: Attachments;
  /** What is answered for a record. @throws NotFound */
  readonly answer: (cx: Cx, pid: string) => Promise<unknown>;
}

/** REST doors that read one record, delete it, take it back, and say which files it has. */
export function recordEndpoints<Row extends Deletable>(api: Api, of: RecordEndpoints<Row>): void {
  const { tag, noun, response, words, answer } = of;
  const path = `${of.path}/{pid}`;
  api.endpoint({
    method: 'get',
    path,
    tag,
    summary: `One ${noun}`,
    params: byPid,
    response,
    handler: ({ cx, params }) => answer(cx, params.pid),
  });
  deletionEndpoints(api, {
    path,
    tag,
    remove: `Delete this ${noun}; it can be taken back for 30 days`,
    restore: `Take a deleted ${noun} back`,
    response,
    words,
    deletion: of.deletion,
    answer,
  });
  api.endpoint({
    method: 'put',
    path: `${path}/files`,
    tag,
    summary: `Give this ${noun} exactly these files, by their public ids`,
    params: byPid,
    body: z.strictObject({ files: z.array(z.string()).max(20) }),
    response,
    words,
    handler: async ({ cx, params, body }) => {
      settled(await execute(cx, of.files.command, { ...body, ...params }), words);
      return answer(cx, params.pid);
    },
  });
}

export interface DeletionEndpoints {
  /** Of one record, under /api/v1, such as '/albums/{pid}'. */
  readonly path: string;
  readonly tag: string;
  /** What deleting does, and what taking back, in the description. */
  readonly remove: string;
  readonly restore: string;
  readonly response: z.ZodType;
  readonly words?: IssueWords;
  // biome-ignore lint/suspicious/noExplicitAny: whatever the record is, its pid and version are all that is sent
  readonly deletion: Pick<Deletion<any>, 'remove' | 'restore'>;
  /** What is answered for a record that is back. @throws NotFound */
  readonly answer: (cx: Cx, pid: string) => Promise<unknown>;
}

/** REST doors that delete a record and take it back. */
export function deletionEndpoints(api: Api, of: DeletionEndpoints): void {
  const { path, tag, response, words, deletion, answer } = of;
  const told = words === undefined ? {} : { words };
  api.endpoint({
    method: 'delete',
    path,
    tag,
    summary: of.remove,
    params: byPid,
    query: z.object({ version: version() }),
    status: 204,
    ...told,
    handler: async ({ cx, params, query }) => {
      settled(await execute(cx, deletion.remove, { ...params, ...query }), words);
    },
  });
  api.endpoint({
    method: 'post',
    path: `${path}/restore`,
    tag,
    summary: of.restore,
    params: byPid,
    response,
    ...told,
    handler: async ({ cx, params }) => {
      settled(await execute(cx, deletion.restore, params), words);
      return answer(cx, params.pid);
    },
  });
}
