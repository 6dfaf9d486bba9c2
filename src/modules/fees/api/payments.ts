import { z } from 'zod';
import { type Cx, execute } from '../../../platform/command.ts';
import { optionalDay, optionalText, text } from '../../../platform/forms/fields.ts';
import { type Api, listOf, pageOf, pageQuery, settled } from '../../../platform/http/api.ts';
import { byPid } from '../../../platform/records/endpoints.ts';
import { organisationId } from '../../organisations/index.ts';
import {
  findPayment,
  findReceipt,
  listPayments,
  listReceipts,
  livePeriod,
} from '../queries/index.ts';
import { methods } from '../rules/dues.ts';
import { paymentBody, refundBody } from '../schema.ts';
import {
  cancelReceipt,
  issueReceipt,
  recordPayment,
  refundPayment,
  voidPayment,
} from '../service/index.ts';
import { feeIssues as words } from '../vi.ts';
import { paymentShape, paymentView, receiptShape, receiptView } from './views.ts';

const tag = 'fees';
const reasonBody = z.strictObject({ reason: text(500) });

/** REST doors of payments and receipts. */
export function paymentApi(api: Api): void {
  listDoors(api);
  moneyDoors(api);
  receiptDoors(api);
}

const paid = async (cx: Cx, pid: string) => paymentView(await findPayment(cx, pid));

function listDoors(api: Api): void {
  api.endpoint({
    method: 'get',
    path: '/fee-payments',
    tag,
    summary: 'Payments of fees that the account may see, the latest first',
    query: z.object({
      ...pageQuery,
      org: z.string().optional().describe('Code: what it and all below it collect'),
      period: z.string().optional(),
      method: z.enum(methods).optional(),
      from: optionalDay(),
      to: optionalDay(),
      q: optionalText(200),
    }),
    response: listOf(paymentShape),
    words,
    handler: async ({ cx, c, query }) => {
      const { page, size, org, period, method, from, to, q } = query;
      const { rows, sums } = await listPayments(cx, {
        under: org === undefined ? null : await organisationId(cx, org),
        period: period === undefined ? null : (await livePeriod(cx, period)).id,
        method: method ?? null,
        from,
        to,
        q: q ?? '',
        page,
        size,
      });
      return pageOf(c, rows.map(paymentView), sums.total, page, size);
    },
  });
  api.endpoint({
    method: 'get',
    path: '/fee-payments/{pid}',
    tag,
    summary: 'One payment, also a voided one',
    params: byPid,
    response: paymentShape,
    handler: ({ cx, params }) => paid(cx, params.pid),
  });
}

function moneyDoors(api: Api): void {
  api.endpoint({
    method: 'post',
    path: '/fee-payments',
    tag,
    summary: 'Record money that came in for a person in a period',
    body: paymentBody,
    response: paymentShape,
    status: 201,
    words,
    handler: async ({ cx, body }) =>
      paid(cx, settled(await execute(cx, recordPayment, body), words).pid),
  });
  api.endpoint({
    method: 'post',
    path: '/fee-refunds',
    tag,
    summary: 'Record money given back; it stands among the payments with a minus',
    body: refundBody,
    response: paymentShape,
    status: 201,
    words,
    handler: async ({ cx, body }) =>
      paid(cx, settled(await execute(cx, refundPayment, body), words).pid),
  });
  api.endpoint({
    method: 'post',
    path: '/fee-payments/{pid}/void',
    tag,
    summary: 'Void a payment that was recorded by mistake; its receipt is cancelled',
    params: byPid,
    body: reasonBody,
    response: paymentShape,
    words,
    handler: async ({ cx, params, body }) => {
      settled(await execute(cx, voidPayment, { ...body, ...params }), words);
      return paid(cx, params.pid);
    },
  });
}

function receiptDoors(api: Api): void {
  const issued = async (cx: Cx, pid: string) => receiptView(await findReceipt(cx, pid));
  api.endpoint({
    method: 'post',
    path: '/fee-payments/{pid}/receipt',
    tag,
    summary: 'Issue the receipt of a payment, with the next number of the year',
    params: byPid,
    response: receiptShape,
    status: 201,
    words,
    handler: async ({ cx, params }) =>
      issued(cx, settled(await execute(cx, issueReceipt, { payment: params.pid }), words).pid),
  });
  api.endpoint({
    method: 'get',
    path: '/fee-receipts',
    tag,
    summary: 'Receipts that the account may see, the latest number first; cancelled ones too',
    query: z.object({ ...pageQuery, period: z.string().optional() }),
    response: listOf(receiptShape),
    handler: async ({ cx, c, query }) => {
      const { page, size } = query;
      const period = query.period === undefined ? null : (await livePeriod(cx, query.period)).id;
      const found = await listReceipts(cx, { period, page, size });
      return pageOf(c, found.rows.map(receiptView), found.total, page, size);
    },
  });
  api.endpoint({
    method: 'get',
    path: '/fee-receipts/{pid}',
    tag,
    summary: 'One receipt',
    params: byPid,
    response: receiptShape,
    handler: ({ cx, params }) => issued(cx, params.pid),
  });
  api.endpoint({
    method: 'post',
    path: '/fee-receipts/{pid}/cancel',
    tag,
    summary: 'Cancel a receipt; its number stays taken',
    params: byPid,
    body: reasonBody,
    response: receiptShape,
    words,
    handler: async ({ cx, params, body }) => {
      settled(await execute(cx, cancelReceipt, { ...body, ...params }), words);
      return issued(cx, params.pid);
    },
  });
}
