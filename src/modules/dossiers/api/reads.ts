import { Readable } from 'node:stream';
import { z } from 'zod';
import type { Cx } from '../../../platform/command.ts';
import { NotFound } from '../../../platform/errors.ts';
import { fileHeaders } from '../../../platform/files.ts';
import { type Api, listOf, pageOf, pageQuery } from '../../../platform/http/api.ts';
import { may } from '../../../platform/policy.ts';
import { byPid, orderOf } from '../../../platform/records/endpoints.ts';
import { type Edition, editionByPid } from '../../calls/index.ts';
import { dossierRead } from '../policy.ts';
import {
  authorsOf,
  awardsOf,
  conflictsOf,
  consentsOf,
  dossierByPid,
  filesOfDossier,
  leavesOf,
  listDossiers,
  sentOnFrom,
  statisticsOf,
  versionOf,
  versionsOf,
} from '../queries/index.ts';
import { filterShape } from '../schema/index.ts';
import {
  consentShape,
  consentView,
  dossierShape,
  dossierView,
  fileShape,
  fileView,
  listedShape,
  listedView,
  sentOnShape,
  sentOnView,
  statisticShape,
  statisticView,
  versionShape,
  versionView,
} from './views.ts';
import { words } from './words.ts';

const tag = 'dossiers';
const sorts = ['number', '-number', 'time', '-time', 'title', '-title'] as const;
const columns = { number: 'so', time: 'thoi-gian', title: 'ten' } as const;

/** A dossier with all that stands beside it. @throws NotFound */
export async function dossierAnswer(cx: Cx, pid: string) {
  const dossier = await dossierByPid(cx, pid);
  const { id, edition } = dossier;
  return dossierView(dossier, {
    authors: (await authorsOf(cx.db, [id])).get(id) ?? [],
    against: (await conflictsOf(cx, edition, [id])).get(id) ?? [],
    leaves: await leavesOf(cx.db, id),
    awards: (await awardsOf(cx.db, [id])).get(id) ?? [],
  });
}

/** An edition whose dossiers the actor may read. @throws NotFound */
async function readableEdition(cx: Cx, pid: string): Promise<Edition> {
  const edition = await editionByPid(cx, pid);
  if (!(await may(cx, dossierRead, edition.organisation.id))) throw new NotFound('edition');
  return edition;
}

const whole = <T>(items: readonly T[]) => ({ items, total: items.length, next: null });

/** REST doors that read dossiers, for those of the office alone. */
export function readDoors(api: Api): void {
  editionDoors(api);
  oneDoors(api);
  fileDoors(api);
}

function editionDoors(api: Api): void {
  api.endpoint({
    method: 'get',
    path: '/editions/{pid}/dossiers',
    tag,
    summary: 'Dossiers of an edition as its office sees them: never the drafts of entrants',
    params: byPid,
    query: z.object({ ...pageQuery, ...filterShape, sort: z.enum(sorts).default('number') }),
    response: listOf(listedShape),
    words,
    handler: async ({ cx, c, params, query }) => {
      const edition = await readableEdition(cx, params.pid);
      const { page, size, sort, ...filter } = query;
      const order = orderOf<keyof typeof columns>(sort);
      const asked = { ...order, sort: columns[order.sort], page, size };
      const { rows, total } = await listDossiers(cx, edition, filter, asked);
      return pageOf(c, rows.map(listedView), total, page, size);
    },
  });
  api.endpoint({
    method: 'get',
    path: '/editions/{pid}/dossier-statistics',
    tag,
    summary: 'Figures of what was submitted: by state, field, entrant, day, place, school, age',
    params: byPid,
    query: z.object(filterShape),
    response: listOf(statisticShape),
    words,
    handler: async ({ cx, params, query }) => {
      const edition = await readableEdition(cx, params.pid);
      return whole((await statisticsOf(cx, edition, query)).map(statisticView));
    },
  });
  api.endpoint({
    method: 'get',
    path: '/editions/{pid}/forwarded',
    tag,
    summary: 'What was sent on from an edition to those above, and what it won there',
    params: byPid,
    response: listOf(sentOnShape),
    handler: async ({ cx, params }) => {
      const edition = await readableEdition(cx, params.pid);
      return whole((await sentOnFrom(cx, edition.id)).map(sentOnView));
    },
  });
}

function oneDoors(api: Api): void {
  const path = '/dossiers/{pid}';
  api.endpoint({
    method: 'get',
    path,
    tag,
    summary: 'One dossier with its people, what the rules say against it, leaves and awards',
    params: byPid,
    response: dossierShape,
    handler: ({ cx, params }) => dossierAnswer(cx, params.pid),
  });
  api.endpoint({
    method: 'get',
    path: `${path}/versions`,
    tag,
    summary: 'What was submitted, each time, with its hash and signed receipt',
    params: byPid,
    response: listOf(versionShape),
    handler: async ({ cx, params }) => {
      const { id } = await dossierByPid(cx, params.pid);
      return whole((await versionsOf(cx.db, id)).map(versionView));
    },
  });
  api.endpoint({
    method: 'get',
    path: `${path}/versions/{number}`,
    tag,
    summary: 'One of them',
    params: byPid.extend({ number: z.coerce.number().int().min(1).max(1_000_000) }),
    response: versionShape,
    handler: async ({ cx, params }) => {
      const { id } = await dossierByPid(cx, params.pid);
      const version = await versionOf(cx.db, id, params.number);
      if (version === null) throw new NotFound('dossier_version');
      return versionView(version);
    },
  });
  api.endpoint({
    method: 'get',
    path: `${path}/consents`,
    tag,
    summary: 'All consents that were told, the oldest first; the newest of a purpose holds',
    params: byPid,
    response: listOf(consentShape),
    handler: async ({ cx, params }) => {
      const { id } = await dossierByPid(cx, params.pid);
      return whole(((await consentsOf(cx.db, [id])).get(id) ?? []).map(consentView));
    },
  });
}

function fileDoors(api: Api): void {
  const path = '/dossiers/{pid}/files';
  api.endpoint({
    method: 'get',
    path,
    tag,
    summary: 'The files of a dossier, also those that only an earlier version has',
    params: byPid,
    response: listOf(fileShape),
    handler: async ({ cx, params }) => {
      const { id } = await dossierByPid(cx, params.pid);
      return whole((await filesOfDossier(cx.db, id)).map(fileView));
    },
  });
  api.endpoint({
    method: 'get',
    path: `${path}/{file}`,
    tag,
    summary: 'The bytes of one file',
    params: byPid.extend({ file: z.string() }),
    handler: async ({ cx, c, params }) => {
      const { id } = await dossierByPid(cx, params.pid);
      const file = (await filesOfDossier(cx.db, id)).find(({ pid }) => pid === params.file);
      if (file === undefined) throw new NotFound('file');
      const bytes = Readable.toWeb(await cx.files.open(file.sha256));
      return c.body(bytes as ReadableStream, 200, fileHeaders(file));
    },
  });
}
