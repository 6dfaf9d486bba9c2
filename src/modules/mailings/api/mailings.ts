import { z } from 'zod';
import { execute } from '../../../platform/command.ts';
import { optionalText } from '../../../platform/forms/fields.ts';
import { type Api, listOf, pageOf, pageQuery, settled } from '../../../platform/http/api.ts';
import { byPid, deletionEndpoints } from '../../../platform/records/endpoints.ts';
import { organisationId } from '../../organisations/index.ts';
import { listMailings, listRecipients, liveMailing } from '../queries/index.ts';
import { leftOutReasons, mailingStates, recipientStates } from '../rules.ts';
import { mailingBody, mailingChanges } from '../schema.ts';
import { editMailing, mailingDeletion, recordMailing } from '../service/index.ts';
import { mailingIssues as issueWords } from '../vi.ts';
import {
  answer,
  mailingShape,
  mailingView,
  oneMailingShape,
  recipientShape,
  recipientView,
} from './views.ts';

const tag = 'mailings';

export function mailingEndpoints(api: Api): void {
  readEndpoints(api);
  writeEndpoints(api);
}

function readEndpoints(api: Api): void {
  api.endpoint({
    method: 'get',
    path: '/mailings',
    tag,
    summary: 'Mailings that the account may see, the newest first',
    query: z.object({
      ...pageQuery,
      org: z.string().optional().describe('Code: of this organisation and of those below it'),
      state: z.enum(mailingStates).optional(),
      q: optionalText(200),
    }),
    response: listOf(mailingShape),
    handler: async ({ cx, c, query }) => {
      const { page, size, org, state, q } = query;
      const { rows, total } = await listMailings(cx, {
        under: org === undefined ? null : await organisationId(cx, org),
        state: state ?? null,
        q: q ?? '',
        sort: 'day',
        descending: true,
        page,
        size,
      });
      return pageOf(c, rows.map(mailingView), total, page, size);
    },
  });
  api.endpoint({
    method: 'get',
    path: '/mailings/{pid}',
    tag,
    summary: 'One mailing with how far its letters are',
    params: byPid,
    response: oneMailingShape,
    handler: ({ cx, params }) => answer(cx, params.pid),
  });
  api.endpoint({
    method: 'get',
    path: '/mailings/{pid}/recipients',
    tag,
    summary: 'Everybody whom a mailing was meant for, with what became of each letter',
    params: byPid,
    query: z.object({
      ...pageQuery,
      state: z.enum(recipientStates).optional(),
      reason: z.enum(leftOutReasons).optional(),
    }),
    response: listOf(recipientShape),
    handler: async ({ cx, c, params, query }) => {
      const { page, size, state, reason } = query;
      const { id } = await liveMailing(cx, params.pid);
      const list = { state: state ?? null, reason: reason ?? null, page, size };
      const { rows, total } = await listRecipients(cx, id, list);
      return pageOf(c, rows.map(recipientView), total, page, size);
    },
  });
}

function writeEndpoints(api: Api): void {
  api.endpoint({
    method: 'post',
    path: '/mailings',
    tag,
    summary: 'Write a draft; the answer says how many it would reach',
    body: mailingBody,
    response: oneMailingShape,
    status: 201,
    words: issueWords,
    handler: async ({ cx, body }) =>
      answer(cx, settled(await execute(cx, recordMailing, body), issueWords).pid),
  });
  api.endpoint({
    method: 'patch',
    path: '/mailings/{pid}',
    tag,
    summary: 'Change a draft; what is left out stays, a filter is given whole',
    params: byPid,
    body: mailingChanges,
    response: oneMailingShape,
    words: issueWords,
    handler: async ({ cx, params, body }) => {
      const {
        kind,
        subject,
        body: text,
        filter,
        version: stands,
      } = await liveMailing(cx, params.pid);
      const now = { kind, subject, body: text, filter, version: stands };
      const raw = { ...now, ...(body as Record<string, unknown>), pid: params.pid };
      settled(await execute(cx, editMailing, raw), issueWords);
      return answer(cx, params.pid);
    },
  });
  deletionEndpoints(api, {
    path: '/mailings/{pid}',
    tag,
    remove: 'Delete a draft; it can be taken back for 30 days',
    restore: 'Take a deleted draft back',
    response: oneMailingShape,
    deletion: mailingDeletion,
    answer,
  });
}
