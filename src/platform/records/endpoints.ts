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
  api.endpoint({
    method: 'delete',
    path,
    tag,
    summary: `Delete this ${noun}; it can be taken back for 30 days`,
    params: byPid,
    query: z.object({ version: version() }),
    status: 204,
    handler: async ({ cx, params, query }) => {
      settled(await execute(cx, of.deletion.remove, { ...params, ...query }));
    },
  });
  api.endpoint({
    method: 'post',
    path: `${path}/restore`,
    tag,
    summary: `Take a deleted ${noun} back`,
    params: byPid,
    response,
    handler: async ({ cx, params }) => {
      settled(await execute(cx, of.deletion.restore, params));
      return answer(cx, params.pid);
    },
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
