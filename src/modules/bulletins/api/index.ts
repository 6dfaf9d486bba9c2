import { z } from 'zod';
import { type Cx, execute } from '../../../platform/command.ts';
import { version } from '../../../platform/forms/fields.ts';
import { type Api, listOf, pageOf, pageQuery, settled } from '../../../platform/http/api.ts';
import { siteOf } from '../../../platform/http/client.ts';
import { may } from '../../../platform/policy.ts';
import { byPid, deletionEndpoints } from '../../../platform/records/endpoints.ts';
import { organisationId } from '../../organisations/index.ts';
import { bulletinRead } from '../policy.ts';
import { articlesOf, listBulletins, liveBulletin } from '../queries/index.ts';
import { arrangeActs, bulletinStates } from '../rules.ts';
import { type Bulletin, bulletinChanges, bulletinInput } from '../schema.ts';
import {
  arrangeBulletin,
  bulletinDeletion,
  createBulletin,
  editBulletin,
  publishBulletin,
  sendBulletin,
} from '../service/index.ts';
import { bulletinIssues as words } from '../vi.ts';

const tag = 'bulletins';

const shape = z.object({
  pid: z.string(),
  organisation: z.string(),
  number: z.number().int(),
  year: z.number().int(),
  title: z.string(),
  editorial: z.string(),
  imprint: z.string(),
  cover: z.string().nullable(),
  state: z.enum(bulletinStates),
  published_at: z.string().nullable(),
  sent_at: z.string().nullable(),
  letters: z.number().int().nullable(),
  version: z.number().int(),
});
const oneShape = shape.extend({
  articles: z.array(z.object({ pid: z.string(), title: z.string(), open: z.boolean() })),
});

const view = (b: Bulletin) => ({
  pid: b.pid,
  organisation: b.organisationCode,
  number: b.number,
  year: b.year,
  title: b.title,
  editorial: b.editorial,
  imprint: b.imprint,
  cover: b.cover,
  state: b.state,
  published_at: b.publishedAt?.toISOString() ?? null,
  sent_at: b.sentAt?.toISOString() ?? null,
  letters: b.letters,
  version: b.version,
});

async function answer(cx: Cx, pid: string) {
  const bulletin = await liveBulletin(cx, pid);
  const articles = await articlesOf(cx.db, bulletin.id);
  return {
    ...view(bulletin),
    articles: articles.map(({ pid: article, title, open }) => ({ pid: article, title, open })),
  };
}

/** REST doors of issues. */
export function bulletinApi(api: Api): void {
  readEndpoints(api);
  writeEndpoints(api);
  actEndpoints(api);
}

function readEndpoints(api: Api): void {
  api.endpoint({
    method: 'get',
    path: '/bulletins',
    tag,
    summary:
      'Issues of the bulletin of one organisation; of others than its office only published ones',
    query: z.object({ ...pageQuery, organisation: z.string() }),
    response: listOf(shape),
    handler: async ({ cx, c, query: { organisation, page, size } }) => {
      const id = await organisationId(cx, organisation);
      const published = !(await may(cx, bulletinRead, id));
      const { rows, total } = await listBulletins(cx, {
        organisationId: id,
        published,
        page,
        size,
      });
      return pageOf(c, rows.map(view), total, page, size);
    },
  });
  api.endpoint({
    method: 'get',
    path: '/bulletins/{pid}',
    tag,
    summary: 'One issue with its articles in order',
    params: byPid,
    response: oneShape,
    handler: ({ cx, params }) => answer(cx, params.pid),
  });
}

function writeEndpoints(api: Api): void {
  api.endpoint({
    method: 'post',
    path: '/bulletins',
    tag,
    summary: 'Begin an issue',
    body: bulletinInput,
    response: oneShape,
    status: 201,
    words,
    handler: async ({ cx, body }) =>
      answer(cx, settled(await execute(cx, createBulletin, body), words).pid),
  });
  api.endpoint({
    method: 'patch',
    path: '/bulletins/{pid}',
    tag,
    summary: 'Change a draft; what is left out stays',
    params: byPid,
    body: bulletinChanges,
    response: oneShape,
    words,
    handler: async ({ cx, params: { pid }, body }) => {
      const { number, year, title, editorial, imprint, cover } = await liveBulletin(cx, pid);
      const raw = { pid, number, year, title, editorial, imprint, cover, ...body };
      settled(await execute(cx, editBulletin, raw), words);
      return answer(cx, pid);
    },
  });
  deletionEndpoints(api, {
    path: '/bulletins/{pid}',
    tag,
    remove: 'Delete a draft; it can be taken back for 30 days',
    restore: 'Take a deleted draft back',
    response: oneShape,
    words,
    deletion: bulletinDeletion,
    answer,
  });
}

function actEndpoints(api: Api): void {
  api.endpoint({
    method: 'post',
    path: '/bulletins/{pid}/articles',
    tag,
    summary: 'Add an article, move one by a place, or take one out',
    params: byPid,
    body: z.strictObject({
      act: z.enum(arrangeActs),
      article: z.string().max(40),
      version: version(),
    }),
    response: oneShape,
    words,
    handler: async ({ cx, params, body }) => {
      settled(await execute(cx, arrangeBulletin, { ...params, ...body }), words);
      return answer(cx, params.pid);
    },
  });
  api.endpoint({
    method: 'post',
    path: '/bulletins/{pid}/publish',
    tag,
    summary: 'Set the file of an issue and publish it',
    params: byPid,
    query: z.object({ version: version() }),
    response: oneShape,
    words,
    handler: async ({ cx, params, query }) => {
      settled(await execute(cx, publishBulletin, { ...params, ...query }), words);
      return answer(cx, params.pid);
    },
  });
  api.endpoint({
    method: 'post',
    path: '/bulletins/{pid}/send',
    tag,
    summary: 'Send a published issue to those who asked for it, once',
    params: byPid,
    query: z.object({ version: version() }),
    response: oneShape,
    words,
    handler: async ({ cx, c, params, query }) => {
      const raw = { ...params, ...query, site: siteOf(c) };
      settled(await execute(cx, sendBulletin, raw), words);
      return answer(cx, params.pid);
    },
  });
}
