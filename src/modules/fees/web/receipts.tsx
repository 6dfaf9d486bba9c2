import type { Hono } from 'hono';
import { formatDate } from '../../../kernel/vietnamese/dates.ts';
import { formatNumber } from '../../../kernel/vietnamese/numbers.ts';
import { execute } from '../../../platform/command.ts';
import { fileHeaders } from '../../../platform/files.ts';
import { type FormView, freshForm, returnedForm } from '../../../platform/forms/returned.ts';
import { settled } from '../../../platform/http/api.ts';
import { formOf } from '../../../platform/http/body.ts';
import type { Env, WebContext } from '../../../platform/http/env.ts';
import { offers } from '../../../platform/records/section.ts';
import { ReceiptList, type ReceiptRow } from '../pages/money-lists.tsx';
import { ReasonForm } from '../pages/payment-form.tsx';
import { ReceiptPage } from '../pages/receipt.tsx';
import { feeWrite } from '../policy.ts';
import { findReceipt, listReceipts } from '../queries/index.ts';
import { receiptNumber } from '../rules/index.ts';
import type { FeeReceipt } from '../schema.ts';
import { cancelReceipt, issueReceipts } from '../service/index.ts';
import { receiptDocx, receiptLines, receiptPdf } from '../sheets/index.ts';
import { labels, words } from '../vi.ts';
import {
  allowWriting,
  base,
  issueWords,
  noticeOf,
  pathOf,
  periodCrumbs,
  periodOf,
  tabsOf,
} from './shared.tsx';

const pageSize = 50;
const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

export function receiptDoors(app: Hono<Env>): void {
  app.get(`${base}/:period/phieu-thu`, listPage);
  app.post(`${base}/:period/phieu-thu`, async (c) => {
    await formOf(c);
    const pid = c.req.param('period');
    settled(await execute(c.var.cx, issueReceipts, { pid }), issueWords);
    return c.redirect(`${pathOf(c, `${pid}/phieu-thu`)}?da-lap-het=1`, 303);
  });
  app.get(`${base}/phieu/:pid`, receiptPage);
  app.get(`${base}/phieu/:pid/tai-pdf`, async (c) => {
    const receipt = await receiptOf(c);
    return file(c, receipt, await receiptPdf(receipt), 'pdf', 'application/pdf');
  });
  app.get(`${base}/phieu/:pid/tai-word`, async (c) => {
    const receipt = await receiptOf(c);
    return file(c, receipt, await receiptDocx(receipt, placeName(c)), 'docx', word);
  });
  app.get(`${base}/phieu/:pid/huy`, (c) => cancelPage(c, freshForm()));
  app.post(`${base}/phieu/:pid/huy`, cancelSent);
}

const receiptOf = (c: WebContext): Promise<FeeReceipt> =>
  findReceipt(c.var.cx, c.req.param('pid') ?? '');

const nameOf = (receipt: FeeReceipt): string =>
  words.receiptTitle(receiptNumber(receipt.year, receipt.number));

// The province or town is the last part of an office's address, as documents name it.
const placeName = (c: WebContext): string =>
  (c.var.place.contact.address ?? '').split(',').at(-1)?.trim() || words.placeBlank;

function file(
  c: WebContext,
  receipt: FeeReceipt,
  bytes: Buffer,
  ending: string,
  mediaType: string,
): Response {
  const number = String(receipt.number).padStart(4, '0');
  const name = `phieu-thu-${receipt.organisationCode}-${receipt.year}-${number}.${ending}`;
  const headers = fileHeaders({ name, mediaType, size: bytes.byteLength });
  return c.body(new Uint8Array(bytes), 200, headers);
}

async function receiptPage(c: WebContext): Promise<Response> {
  const receipt = await receiptOf(c);
  const here = pathOf(c, `phieu/${receipt.pid}`);
  const live = receipt.cancelledAt === null;
  return c.var.shell.office(c, {
    title: nameOf(receipt),
    lead: [receipt.organisationName, formatDate(receipt.issuedOn)].join(' · '),
    crumbs: periodCrumbs(
      c,
      { pid: receipt.period, name: receipt.periodName },
      { label: words.receipts, href: pathOf(c, `${receipt.period}/phieu-thu`) },
      { label: nameOf(receipt) },
    ),
    before: noticeOf(c),
    body: (
      <ReceiptPage
        terms={receiptLines(receipt).map(([term, value]) => ({ term, value }))}
        cancelled={
          receipt.cancelReason === null ? null : words.cancelledBecause(receipt.cancelReason)
        }
        pdfHref={`${here}/tai-pdf`}
        wordHref={`${here}/tai-word`}
        cancelHref={live && offers(c, feeWrite) ? `${here}/huy` : null}
        backHref={pathOf(c, `${receipt.period}/phieu-thu`)}
      />
    ),
  });
}

async function cancelPage(c: WebContext, state: FormView): Promise<Response> {
  const receipt = await receiptOf(c);
  allowWriting(c);
  const bad = state.summary.length > 0;
  const back = pathOf(c, `phieu/${receipt.pid}`);
  return c.var.shell.office(c, {
    title: words.cancelReceiptTitle,
    lead: words.cancelReceiptQuestion(receiptNumber(receipt.year, receipt.number)),
    error: bad,
    status: bad ? 422 : 200,
    crumbs: periodCrumbs(
      c,
      { pid: receipt.period, name: receipt.periodName },
      { label: nameOf(receipt), href: back },
      { label: words.cancelReceiptTitle },
    ),
    body: (
      <ReasonForm
        state={state}
        action={c.req.path}
        hidden={{ version: receipt.version }}
        backHref={back}
        text={words.cancelReceiptBody}
        verb={words.cancelReceiptTitle}
        keep={words.keepReceipt}
        danger
      />
    ),
  });
}

async function cancelSent(c: WebContext): Promise<Response> {
  const { values } = await formOf(c);
  const pid = c.req.param('pid') ?? '';
  const { reason, version } = values;
  const outcome = await execute(c.var.cx, cancelReceipt, { pid, reason, version });
  if (outcome.ok) return c.redirect(`${pathOf(c, `phieu/${pid}`)}?da-huy-phieu=1`, 303);
  return cancelPage(c, returnedForm(values, outcome.issues, issueWords, labels));
}

async function listPage(c: WebContext): Promise<Response> {
  const period = await periodOf(c);
  const asked = Number(c.req.query('trang') ?? 1);
  const page = Number.isInteger(asked) && asked >= 1 && asked < 1_000_000 ? asked : 1;
  const found = await listReceipts(c.var.cx, { period: period.id, page, size: pageSize });
  const path = pathOf(c, `${period.pid}/phieu-thu`);
  return c.var.shell.office(c, {
    title: words.receipts,
    lead: period.name,
    crumbs: periodCrumbs(c, period, { label: words.receipts }),
    before: noticeOf(c),
    body: (
      <ReceiptList
        tabs={tabsOf(c, period, 'receipts')}
        rows={found.rows.map((row) => rowOf(c, row))}
        page={page}
        size={pageSize}
        total={found.total}
        sums={words.receiptFound(found.total, found.amount)}
        href={(to) => (to === 1 ? path : `${path}?trang=${to}`)}
      />
    ),
  });
}

const rowOf = (c: WebContext, receipt: FeeReceipt): ReceiptRow => ({
  href: pathOf(c, `phieu/${receipt.pid}`),
  number: receiptNumber(receipt.year, receipt.number),
  day: formatDate(receipt.issuedOn),
  payer: receipt.payer,
  amount: formatNumber(receipt.amount),
  cancelled: receipt.cancelledAt !== null,
});
