import { z } from 'zod';
import type { Cx } from '../../../platform/command.ts';
import { execute } from '../../../platform/command.ts';
import { NotFound } from '../../../platform/errors.ts';
import { code, version } from '../../../platform/forms/fields.ts';
import { type Api, settled } from '../../../platform/http/api.ts';
import { may } from '../../../platform/policy.ts';
import { byPid, deletionEndpoints } from '../../../platform/records/endpoints.ts';
import { organisationId } from '../../organisations/index.ts';
import { siteLook } from '../policy.ts';
import { itemsOf, liveItem, type Source } from '../queries/index.ts';
import { directions } from '../rules/index.ts';
import type { Item } from '../schema.ts';
import type { ItemCommands } from '../service/index.ts';
import { siteIssues as words } from '../vi/index.ts';

export const tag = 'sites';

/** The organisation of a code whose site the actor may look into. @throws NotFound */
export async function lookedAt(cx: Cx, asked: string): Promise<string> {
  const id = await organisationId(cx, asked);
  if (!(await may(cx, siteLook, id))) throw new NotFound('organisation');
  return id;
}

export interface ItemApi<Shape extends z.ZodRawShape, Row extends Item> {
  /** Under /api/v1: '/site-links'. */
  readonly path: string;
  readonly noun: string;
  readonly fields: Shape;
  readonly source: Source<Row>;
  readonly commands: ItemCommands<Shape, Row>;
  /** A row in the words of its fields. */
  readonly view: (row: Row) => Readonly<Record<string, unknown>>;
  readonly shape: z.ZodRawShape;
}

/** REST doors of one kind of ordered things of a site. */
export function itemEndpoints<Shape extends z.ZodRawShape, Row extends Item>(
  api: Api,
  of: ItemApi<Shape, Row>,
): void {
  const { path, noun, source } = of;
  const response = z.object({
    pid: z.string(),
    organisation: z.string(),
    position: z.number().int(),
    ...of.shape,
    version: z.number().int(),
  });
  const view = (row: Row) => ({
    pid: row.pid,
    organisation: row.organisationCode,
    position: row.position,
    ...of.view(row),
    version: row.version,
  });
  const answer = async (cx: Cx, pid: string) => view(await liveItem(cx, source, pid));
  api.endpoint({
    method: 'get',
    path,
    tag,
    summary: `Each ${noun} of a site, in order`,
    query: z.object({ organisation: code() }),
    response: z.object({ items: z.array(response) }),
    handler: async ({ cx, query }) => {
      const rows = await itemsOf(cx.db, source, await lookedAt(cx, query.organisation));
      return { items: rows.map(view) };
    },
  });
  api.endpoint({
    method: 'get',
    path: `${path}/{pid}`,
    tag,
    summary: `One ${noun}`,
    params: byPid,
    response,
    handler: ({ cx, params }) => answer(cx, params.pid),
  });
  writeEndpoints(api, of, response, answer);
  deleteEndpoints(api, of, response, answer);
}

function writeEndpoints<Shape extends z.ZodRawShape, Row extends Item>(
  api: Api,
  { path, noun, fields, source, commands, view }: ItemApi<Shape, Row>,
  response: z.ZodType,
  answer: (cx: Cx, pid: string) => Promise<unknown>,
): void {
  api.endpoint({
    method: 'post',
    path,
    tag,
    summary: `Add one ${noun}, after the others`,
    body: z.strictObject({ organisation: code(), ...fields }) as z.ZodType,
    response,
    status: 201,
    words,
    handler: async ({ cx, body }) =>
      answer(cx, settled(await execute(cx, commands.add, body), words).pid),
  });
  api.endpoint({
    method: 'patch',
    path: `${path}/{pid}`,
    tag,
    summary: `Change one ${noun}; what is left out stays`,
    params: byPid,
    body: z.strictObject({ ...fields, version: version() }).partial() as z.ZodType,
    response,
    words,
    handler: async ({ cx, params, body }) => {
      const row = await liveItem(cx, source, params.pid);
      const raw = { ...view(row), version: row.version, ...(body as object), pid: params.pid };
      settled(await execute(cx, commands.edit, raw), words);
      return answer(cx, params.pid);
    },
  });
  api.endpoint({
    method: 'post',
    path: `${path}/{pid}/move`,
    tag,
    summary: `Move one ${noun} one place up or down among its neighbours`,
    params: byPid,
    body: z.strictObject({ direction: z.enum(directions) }),
    response,
    words,
    handler: async ({ cx, params, body }) => {
      settled(await execute(cx, commands.move, { ...body, ...params }), words);
      return answer(cx, params.pid);
    },
  });
}

function deleteEndpoints<Shape extends z.ZodRawShape, Row extends Item>(
  api: Api,
  { path, noun, commands }: ItemApi<Shape, Row>,
  response: z.ZodType,
  answer: (cx: Cx, pid: string) => Promise<unknown>,
): void {
  deletionEndpoints(api, {
    path: `${path}/{pid}`,
    tag,
    remove: `Delete one ${noun}; it can be taken back for 30 days`,
    restore: `Take a deleted ${noun} back`,
    response,
    words,
    deletion: commands.deletion,
    answer,
  });
}
