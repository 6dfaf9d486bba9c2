import { z } from 'zod';
import { execute } from '../../../platform/command.ts';
import { optionalText } from '../../../platform/forms/fields.ts';
import { type Api, listOf, pageOf, settled } from '../../../platform/http/api.ts';
import { byPid, orderOf, recordListQuery } from '../../../platform/records/endpoints.ts';
import { countOf, dueOf, dueTotals, listDues, livePeriod } from '../queries/index.ts';
import { dueStates } from '../rules/dues.ts';
import type { FeeDue, FeePeriod } from '../schema.ts';
import { exemptPerson, unexemptPerson } from '../service/index.ts';
import { transferText } from '../sheets/qr.ts';
import { feeIssues as words } from '../vi.ts';
import { dueShape, dueView } from './views.ts';

const tag = 'fees';
const path = '/fee-periods';

/** REST doors of who owes in a period, and who need not pay. */
export function dueApi(api: Api): void {
  dueDoors(api);
  exemptDoors(api);
}

const shown = (period: FeePeriod, due: FeeDue) =>
  dueView(due, period.account === null ? null : transferText(period.account, due));

const whose = z.object({ pid: z.string(), person: z.string() });

function dueDoors(api: Api): void {
  const { page, size } = recordListQuery;
  const sorts = ['name', '-name'] as const;
  api.endpoint({
    method: 'get',
    path: `${path}/{pid}/dues`,
    tag,
    summary: 'Who pays in a period; owing: those who have not paid all',
    params: byPid,
    query: z.object({
      page,
      size,
      state: z.enum([...dueStates, 'owing']).optional(),
      association: z.string().optional().describe('Code'),
      q: optionalText(200),
      sort: z.enum(sorts).default('name'),
    }),
    response: listOf(dueShape),
    handler: async ({ cx, c, params, query }) => {
      const period = await livePeriod(cx, params.pid);
      const { association = null, state = null } = query;
      const filter = { association, state, q: query.q ?? '' };
      const { descending } = orderOf<'name'>(query.sort);
      const rows = await listDues(cx, period, {
        ...filter,
        descending,
        page: query.page,
        size: query.size,
      });
      const total = countOf(await dueTotals(cx, period, filter), state);
      const items = rows.map((row) => shown(period, row));
      return pageOf(c, items, total, query.page, query.size);
    },
  });
  api.endpoint({
    method: 'get',
    path: `${path}/{pid}/dues/{person}`,
    tag,
    summary: 'What one person owes in a period, with the text of the VietQR code',
    params: whose,
    response: dueShape,
    handler: async ({ cx, params }) => {
      const period = await livePeriod(cx, params.pid);
      return shown(period, await dueOf(cx, period, params.person));
    },
  });
}

function exemptDoors(api: Api): void {
  api.endpoint({
    method: 'put',
    path: `${path}/{pid}/dues/{person}/exemption`,
    tag,
    summary: 'Exempt a person from the fee of a period, with the reason',
    params: whose,
    body: z.strictObject({ reason: z.string().max(500) }),
    response: dueShape,
    words,
    handler: async ({ cx, params, body }) => {
      const { pid, person } = params;
      settled(await execute(cx, exemptPerson, { ...body, period: pid, person }), words);
      const period = await livePeriod(cx, pid);
      return shown(period, await dueOf(cx, period, person));
    },
  });
  api.endpoint({
    method: 'delete',
    path: `${path}/{pid}/dues/{person}/exemption`,
    tag,
    summary: 'End an exemption',
    params: whose,
    status: 204,
    words,
    handler: async ({ cx, params }) => {
      const { pid, person } = params;
      settled(await execute(cx, unexemptPerson, { period: pid, person }), words);
    },
  });
}
