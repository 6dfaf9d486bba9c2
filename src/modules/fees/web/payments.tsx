import type { Hono } from 'hono';
import { formatDate, parseVietnameseDate } from '../../../kernel/vietnamese/dates.ts';
import { formatNumber } from '../../../kernel/vietnamese/numbers.ts';
import { execute, once } from '../../../platform/command.ts';
import { listQuestion } from '../../../platform/forms/list.ts';
import { type FormView, freshForm, returnedForm } from '../../../platform/forms/returned.ts';
import { settled } from '../../../platform/http/api.ts';
import { formOf } from '../../../platform/http/body.ts';
import type { Env, WebContext } from '../../../platform/http/env.ts';
import { offers } from '../../../platform/records/section.ts';
import { PaymentList, type PaymentRow } from '../pages/money-lists.tsx';
import { PaymentForm, ReasonForm, RefundForm } from '../pages/payment-form.tsx';
import { feeWrite } from '../policy.ts';
import { findPayment, listPayments, paymentCounts } from '../queries/index.ts';
import { methods, remaining, surplus } from '../rules/index.ts';
import type { FeePayment } from '../schema.ts';
import {
  exemptPerson,
  issueReceipt,
  recordPayment,
  refundPayment,
  voidPayment,
} from '../service/index.ts';
import { labels, methodNames, words } from '../vi.ts';
import { noteOf, payerOf, receiptOf } from './person.tsx';
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
const person = `${base}/:period/nguoi/:person`;

export function paymentDoors(app: Hono<Env>): void {
  app.get(`${base}/:period/khoan-thu`, listPage);
  app.get(`${person}/thu`, (c) => moneyPage(c, 'pay', null));
  app.post(`${person}/thu`, (c) => sent(c, 'pay'));
  app.get(`${person}/tra-lai`, (c) => moneyPage(c, 'refund', null));
  app.post(`${person}/tra-lai`, (c) => sent(c, 'refund'));
  app.get(`${person}/mien`, (c) => moneyPage(c, 'exempt', null));
  app.post(`${person}/mien`, (c) => sent(c, 'exempt'));
  app.get(`${base}/khoan/:pid/huy`, (c) => voidPage(c, freshForm()));
  app.post(`${base}/khoan/:pid/huy`, voidSent);
  app.post(`${base}/khoan/:pid/phieu`, issue);
}

const acts = {
  pay: { title: words.recordTitle, said: 'da-thu', command: recordPayment },
  refund: { title: words.refundTitle, said: 'da-tra', command: refundPayment },
  exempt: { title: words.exemptTitle, said: 'da-mien', command: exemptPerson },
} as const;
type Act = keyof typeof acts;

/** A form about one person's money: fresh, or as it was sent. */
async function moneyPage(c: WebContext, act: Act, returned: FormView | null): Promise<Response> {
  const { period, due, path } = await payerOf(c);
  allowWriting(c);
  const today = formatDate(c.var.cx.clock.today());
  const amount = act === 'pay' ? remaining(due) : surplus(due);
  const fresh = {
    paid_on: today,
    method: 'cash',
    amount: amount === 0 ? '' : formatNumber(amount),
  };
  const state = returned ?? freshForm(act === 'exempt' ? {} : fresh);
  const form = { state, action: c.req.path, hidden: { _key: c.var.cx.ids.pid() }, backHref: path };
  const { title } = acts[act];
  const lead =
    act === 'refund'
      ? words.refundLead(due.name, due.paid)
      : words.recordLead(due.name, remaining(due));
  return c.var.shell.office(c, {
    title,
    lead,
    error: returned !== null,
    status: returned === null ? 200 : 422,
    crumbs: periodCrumbs(c, period, { label: due.name, href: path }, { label: title }),
    body:
      act === 'pay' ? (
        <PaymentForm {...form} />
      ) : act === 'refund' ? (
        <RefundForm {...form} />
      ) : (
        <ReasonForm
          {...form}
          text={words.exemptBody}
          help={words.exemptExample}
          verb={words.exemptTitle}
          keep={words.leave}
        />
      ),
  });
}

async function sent(c: WebContext, act: Act): Promise<Response> {
  const { values, key } = await formOf(c);
  const { _key, ...fields } = values;
  const raw = { ...fields, period: c.req.param('period'), person: c.req.param('person') };
  const { command, said } = acts[act];
  const outcome = await once(c.var.cx, key, async (cx) => {
    const answer = await execute(cx, command as typeof recordPayment, raw);
    return { keep: answer.ok, answer };
  });
  if (!outcome.ok) {
    return moneyPage(c, act, returnedForm(values, outcome.issues, issueWords, labels));
  }
  return c.redirect(`${pathOf(c, `${raw.period}/nguoi/${raw.person}`)}?${said}=1`, 303);
}

async function voidPage(c: WebContext, state: FormView): Promise<Response> {
  const payment = await findPayment(c.var.cx, c.req.param('pid') ?? '');
  allowWriting(c);
  const bad = state.summary.length > 0;
  const back = personPath(c, payment);
  return c.var.shell.office(c, {
    title: words.voidTitle,
    lead: words.voidQuestion(payment.amount, payment.name),
    error: bad,
    status: bad ? 422 : 200,
    crumbs: periodCrumbs(
      c,
      { pid: payment.period, name: payment.periodName },
      { label: payment.name, href: back },
      { label: words.voidTitle },
    ),
    body: (
      <ReasonForm
        state={state}
        action={c.req.path}
        hidden={{ version: payment.version }}
        backHref={back}
        text={words.voidBody}
        verb={words.voidTitle}
        keep={words.keepPayment}
        danger
      />
    ),
  });
}

const personPath = (c: WebContext, payment: FeePayment): string =>
  pathOf(c, `${payment.period}/nguoi/${payment.person}`);

async function voidSent(c: WebContext): Promise<Response> {
  const { values } = await formOf(c);
  const pid = c.req.param('pid') ?? '';
  const payment = await findPayment(c.var.cx, pid);
  const { reason, version } = values;
  const outcome = await execute(c.var.cx, voidPayment, { pid, reason, version });
  if (outcome.ok) return c.redirect(`${personPath(c, payment)}?da-huy-khoan=1`, 303);
  return voidPage(c, returnedForm(values, outcome.issues, issueWords, labels));
}

async function issue(c: WebContext): Promise<Response> {
  await formOf(c);
  const payment = c.req.param('pid') ?? '';
  const made = settled(await execute(c.var.cx, issueReceipt, { payment }), issueWords);
  return c.redirect(`${pathOf(c, `phieu/${made.pid}`)}?da-lap=1`, 303);
}

const dayTyped = (typed = ''): string | null => {
  const parsed = parseVietnameseDate(typed);
  return 'ok' in parsed ? parsed.ok : null;
};

async function listPage(c: WebContext): Promise<Response> {
  const { cx } = c.var;
  const period = await periodOf(c);
  const path = pathOf(c, `${period.pid}/khoan-thu`);
  const filters = ['q', 'hinh-thuc', 'tu', 'den'];
  const question = listQuestion(path, c.req.query(), { filters, sorts: ['ngay'], sort: '-ngay' });
  const { values, page } = question;
  const { rows, sums } = await listPayments(cx, {
    period: period.id,
    q: values.q ?? '',
    method: methods.find((method) => method === values['hinh-thuc']) ?? null,
    from: dayTyped(values.tu),
    to: dayTyped(values.den),
    page,
    size: pageSize,
  });
  const { withoutReceipt } = await paymentCounts(cx, period.id);
  const issueAll = offers(c, feeWrite) && withoutReceipt > 0;
  return c.var.shell.office(c, {
    title: words.payments,
    lead: period.name,
    crumbs: periodCrumbs(c, period, { label: words.payments }),
    before: noticeOf(c),
    body: (
      <PaymentList
        question={question}
        path={path}
        tabs={tabsOf(c, period, 'payments')}
        rows={rows.map((row) => rowOf(c, row))}
        total={sums.total}
        size={pageSize}
        sums={words.paymentFound(sums.total, sums.amount, sums.cash)}
        issueAll={
          issueAll
            ? {
                action: pathOf(c, `${period.pid}/phieu-thu`),
                label: words.issueAll(withoutReceipt),
              }
            : null
        }
      />
    ),
  });
}

const rowOf = (c: WebContext, payment: FeePayment): PaymentRow => ({
  day: formatDate(payment.paidOn),
  href: personPath(c, payment),
  name: payment.name,
  reference: payment.reference,
  amount: formatNumber(payment.amount),
  method: methodNames[payment.method],
  note: noteOf(payment),
  receipt: receiptOf(c, payment),
});
