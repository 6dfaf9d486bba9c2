import { z } from 'zod';
import { optionalText } from '../../../platform/forms/fields.ts';
import { type Api, listOf, pageOf, pageQuery } from '../../../platform/http/api.ts';
import { byPid } from '../../../platform/records/endpoints.ts';
import { organisationId } from '../../organisations/index.ts';
import { certificateByPid, issuedOf, listCertificates } from '../queries/index.ts';
import { certificateStates, readFrozen } from '../rules/index.ts';
import { certificatePdf } from '../sheets/index.ts';
import { printingWords } from '../vi/index.ts';
import { credentialType, sendFile, sendPdf } from '../web/shared.ts';
import { certificateShape, certificateView, frozenShape, frozenView } from './views.ts';
import { designDoors, path, readable, tag, writeDoors } from './writes.ts';

const listQuery = z.object({
  ...pageQuery,
  org: z.string().optional().describe('Code: its own and those of all below it'),
  edition: z.string().optional().describe('Public id of an edition'),
  dossier: z.string().optional().describe('Public id of a dossier'),
  state: z.enum(certificateStates).optional(),
  prize: z.string().optional().describe('Key of a prize'),
  q: optionalText(200),
});

/** REST doors of certificates. */
export function certificateApi(api: Api): void {
  listDoor(api);
  readDoors(api);
  writeDoors(api);
  designDoors(api);
}

function listDoor(api: Api): void {
  api.endpoint({
    method: 'get',
    path,
    tag,
    summary: 'Certificates that the account may see, by number',
    query: listQuery,
    response: listOf(certificateShape),
    handler: async ({ cx, c, query }) => {
      const { page, size, org, edition, dossier, state, prize, q } = query;
      const { rows, total } = await listCertificates(cx, {
        under: org === undefined ? null : await organisationId(cx, org),
        edition: edition === undefined ? null : (await readable(cx, edition)).id,
        dossier: dossier ?? null,
        state: state ?? null,
        prize: prize ?? null,
        q: q ?? '',
        sort: 'so',
        descending: false,
        page,
        size,
      });
      return pageOf(c, rows.map(certificateView), total, page, size);
    },
  });
}

function readDoors(api: Api): void {
  api.endpoint({
    method: 'get',
    path: `${path}/{pid}`,
    tag,
    summary: 'One certificate',
    params: byPid,
    response: certificateShape,
    handler: async ({ cx, params }) => certificateView(await certificateByPid(cx, params.pid)),
  });
  api.endpoint({
    method: 'get',
    path: `${path}/{pid}/frozen`,
    tag,
    summary: 'What a certificate says, as the text that was hashed and signed',
    params: byPid,
    response: frozenShape,
    handler: async ({ cx, params }) => {
      const { id } = await certificateByPid(cx, params.pid);
      return frozenView(await issuedOf(cx.db, id));
    },
  });
  api.endpoint({
    method: 'get',
    path: `${path}/{pid}/credential`,
    tag,
    summary: 'The holder’s Open Badges 3.0 credential, with the name, as it was signed',
    params: byPid,
    handler: async ({ cx, c, params }) => {
      const { id, number } = await certificateByPid(cx, params.pid);
      const { credential } = await issuedOf(cx.db, id);
      const name = printingWords.credentialFile(number);
      return sendFile(c, credential, { name, type: credentialType });
    },
  });
  api.endpoint({
    method: 'get',
    path: `${path}/{pid}/pdf`,
    tag,
    summary: 'The certificate as a PDF, A4 on its side, with its credential attached',
    params: byPid,
    handler: async ({ cx, c, params }) => {
      const { id, number } = await certificateByPid(cx, params.pid);
      const { frozen, credential } = await issuedOf(cx.db, id);
      const bytes = await certificatePdf(readFrozen(frozen), credential);
      return sendPdf(c, bytes, printingWords.oneFile(number));
    },
  });
}
