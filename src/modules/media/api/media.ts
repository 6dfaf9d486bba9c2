import { z } from 'zod';
import { issue } from '../../../kernel/issue.ts';
import { type Cx, execute, type Outcome } from '../../../platform/command.ts';
import { Forbidden, Unauthenticated } from '../../../platform/errors.ts';
import { optionalText } from '../../../platform/forms/fields.ts';
import { type Api, listOf, pageOf, pageQuery, settled } from '../../../platform/http/api.ts';
import type { WebContext } from '../../../platform/http/env.ts';
import { streamedForm } from '../../../platform/http/upload.ts';
import { permittedRoots } from '../../../platform/policy.ts';
import { byPid, deletionEndpoints } from '../../../platform/records/endpoints.ts';
import { organisationId } from '../../organisations/index.ts';
import { mediaManage } from '../policy.ts';
import { listMedia, liveMedium } from '../queries/index.ts';
import { kinds } from '../rules/index.ts';
import { editBody, type Medium } from '../schema/index.ts';
import { type Added, addMedium, editMedia, mediaDeletion, usesOf } from '../service/index.ts';
import { issueWords } from '../web/shared.ts';
import { mediumShape, mediumView } from './views.ts';

const tag = 'media';
const path = '/media/{pid}';

export const answer = async (cx: Cx, pid: string) => mediumView(await liveMedium(cx, pid));

export function mediaDoors(api: Api): void {
  listDoor(api);
  addDoor(api);
  oneDoors(api);
  removeDoors(api);
}

function listDoor(api: Api): void {
  api.endpoint({
    method: 'get',
    path: '/media',
    tag,
    summary: 'Pictures, films, sound and documents of the libraries that the account may see',
    query: z.object({
      ...pageQuery,
      organisation: z.string().optional().describe('Code: its own library only'),
      kind: z.enum(kinds).optional(),
      shown: z.enum(['public', 'listed', 'hidden']).optional(),
      tag: z.string().optional(),
      q: optionalText(200),
    }),
    response: listOf(mediumShape),
    words: issueWords,
    handler: async ({ cx, c, query }) => {
      const { page, size, organisation, kind, shown, q } = query;
      const { rows, total } = await listMedia(cx, {
        organisationId: organisation === undefined ? null : await organisationId(cx, organisation),
        ...(kind === undefined ? {} : { kinds: [kind] }),
        shown: shown ?? null,
        tag: query.tag ?? null,
        q: q ?? '',
        page,
        size,
      });
      return pageOf(c, rows.map(mediumView), total, page, size);
    },
  });
}

function addDoor(api: Api): void {
  api.endpoint({
    method: 'post',
    path: '/media',
    tag,
    summary:
      'Send a file as multipart/form-data: organisation (code, before the file), file; title, alt, caption, credit, taken_on, tags, public, listed (0 or 1, optional). The same file once more answers with what is there',
    response: mediumShape,
    status: 201,
    words: issueWords,
    handler: async ({ cx, c }) => answer(cx, settled(await received(cx, c), issueWords).pid),
  });
}

/** What is said of the file stands in the form around it: the file is held until all of it is known. */
async function received(cx: Cx, c: WebContext): Promise<Outcome<Added>> {
  if (cx.actor.kind === 'anonymous') throw new Unauthenticated();
  const roots = permittedRoots(cx.actor, mediaManage);
  if (roots !== 'all' && roots.length === 0) throw new Forbidden(mediaManage.name);
  const { values, file } = await streamedForm(c, 'file', async ({ name, bytes }) => ({
    name,
    bytes: await gathered(bytes),
  }));
  if (file === null) return { ok: false, issues: [issue('file', 'choose_file')] };
  if (file.bytes === null)
    return { ok: false, issues: [issue('file', 'file_too_large', { limit: mostByRest })] };
  const { organisation = '', title, alt, caption, credit, taken_on, tags } = values;
  const said = { organisation, title, alt, caption, credit, taken_on, tags };
  const shown = { public: values.public !== '0', listed: values.listed === '1' };
  return addMedium(cx, { ...said, ...shown }, { name: file.name, bytes: file.bytes });
}

/** Longer films are sent from the page, in pieces. */
const mostByRest = 64_000_000;

async function gathered(bytes: AsyncIterable<Uint8Array>): Promise<Buffer | null> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of bytes) {
    size += part.byteLength;
    if (size > mostByRest) return null;
    parts.push(part);
  }
  return Buffer.concat(parts);
}

const standing = (medium: Medium) => ({
  title: medium.title,
  alt: medium.alt,
  caption: medium.caption,
  credit: medium.credit,
  taken_on: medium.takenOn,
  tags: medium.tags.join(', '),
  public: medium.public,
  listed: medium.listed,
  poster: medium.poster?.pid ?? null,
  // Without a version of the sender's own, what was merged must still be what stands.
  version: medium.version,
});

function oneDoors(api: Api): void {
  api.endpoint({
    method: 'get',
    path,
    tag,
    summary: 'One medium',
    params: byPid,
    response: mediumShape,
    handler: ({ cx, params }) => answer(cx, params.pid),
  });
  api.endpoint({
    method: 'patch',
    path,
    tag,
    summary: 'Change what is said of a medium; what is left out stays',
    params: byPid,
    body: editBody.partial(),
    response: mediumShape,
    words: issueWords,
    handler: async ({ cx, params, body }) => {
      const medium = await liveMedium(cx, params.pid);
      const raw = { ...standing(medium), ...(body as object), pid: medium.pid };
      settled(await execute(cx, editMedia, raw), issueWords);
      return answer(cx, params.pid);
    },
  });
  api.endpoint({
    method: 'get',
    path: `${path}/uses`,
    tag,
    summary: 'Where a medium is used; while it is, it is not removed',
    params: byPid,
    response: listOf(z.object({ what: z.string(), title: z.string(), href: z.string() })),
    handler: async ({ cx, params }) => {
      const { pid } = await liveMedium(cx, params.pid);
      const uses = await usesOf(cx.db, [pid]);
      const items = uses.map(({ what, title, href }) => ({ what, title, href }));
      return { items, total: items.length, next: null };
    },
  });
}

function removeDoors(api: Api): void {
  deletionEndpoints(api, {
    path,
    tag,
    remove: 'Delete a medium that is used nowhere; it can be taken back for 30 days',
    restore: 'Take a deleted medium back',
    response: mediumShape,
    words: issueWords,
    deletion: mediaDeletion,
    answer,
  });
}
