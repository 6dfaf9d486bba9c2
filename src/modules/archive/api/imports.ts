import { z } from 'zod';
import { execute } from '../../../platform/command.ts';
import { Forbidden } from '../../../platform/errors.ts';
import { code, version, yesNo } from '../../../platform/forms/fields.ts';
import {
  type Api,
  listOf,
  pageOf,
  pageQuery,
  readInput,
  settled,
} from '../../../platform/http/api.ts';
import { Invalid } from '../../../platform/http/problems.ts';
import { may } from '../../../platform/policy.ts';
import { byPid } from '../../../platform/records/endpoints.ts';
import { organisationId } from '../../organisations/index.ts';
import { archiveKeep } from '../policy.ts';
import { importByPid, listImports } from '../queries/index.ts';
import { importEdition, readPastJson, tryImport, undoImport } from '../service/index.ts';
import { archiveIssues as words } from '../vi/index.ts';
import { importedShape, pastShape, pastView } from './views.ts';

const tag = 'archive';
const path = '/past-editions';

const sent = z.strictObject({
  organisation: code(),
  dry_run: yesNo().describe('Tell what would happen, and write nothing'),
  edition: z
    .record(z.string(), z.unknown())
    .meta({ type: 'object' })
    .describe('{name, entries_total, by_field, prizes, prizes_total, dossiers}'),
});

/** REST doors of past editions. */
export function importDoors(api: Api): void {
  api.endpoint({
    method: 'get',
    path,
    tag,
    summary: 'Past editions that were brought in, with their figures as told',
    query: z.object({ ...pageQuery, organisation: z.string().optional().describe('Code') }),
    response: listOf(pastShape),
    handler: async ({ cx, c, query }) => {
      const { page, size, organisation } = query;
      const of = organisation === undefined ? null : await organisationId(cx, organisation);
      const { rows, total } = await listImports(cx, { organisation: of, page, size });
      return pageOf(c, rows.map(pastView), total, page, size);
    },
  });
  api.endpoint({
    method: 'get',
    path: `${path}/{pid}`,
    tag,
    summary: 'One past edition that was brought in',
    params: byPid,
    response: pastShape,
    handler: async ({ cx, params }) => pastView(await importByPid(cx, params.pid)),
  });
  api.endpoint({
    method: 'post',
    path,
    tag,
    summary:
      'Bring in a past edition; what contradicts itself in it is told and stays as it is. The same content again changes nothing',
    body: sent,
    response: importedShape,
    status: 201,
    words,
    handler: async ({ cx, body }) => {
      const { organisation, dry_run, edition } = readInput(sent, body, words);
      const read = readPastJson(edition);
      if (!read.ok) throw new Invalid(read.issues, words);
      if (!(await may(cx, archiveKeep, await organisationId(cx, organisation))))
        throw new Forbidden(archiveKeep.name);
      return settled(
        dry_run
          ? await tryImport(cx, organisation, read.value)
          : await execute(cx, importEdition(read.value), { organisation }),
        words,
      );
    },
  });
  api.endpoint({
    method: 'delete',
    path: `${path}/{pid}`,
    tag,
    summary: 'Take a past edition away with all that it brought, while nobody has worked with it',
    params: byPid,
    query: z.object({ version: version() }),
    status: 204,
    words,
    handler: async ({ cx, params, query }) => {
      settled(await execute(cx, undoImport, { ...params, ...query }), words);
    },
  });
}
