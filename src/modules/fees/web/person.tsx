import type { Hono } from 'hono';
import { formatDate } from '../../../kernel/vietnamese/dates.ts';
import { formatNumber } from '../../../kernel/vietnamese/numbers.ts';
import { execute } from '../../../platform/command.ts';
import { NotFound } from '../../../platform/errors.ts';
import { settled } from '../../../platform/http/api.ts';
import { formOf } from '../../../platform/http/body.ts';
import type { Env, WebContext } from '../../../platform/http/env.ts';
import { offers } from '../../../platform/records/section.ts';
import { ButtonLink, RecordHistory, type Term } from '../../../ui/index.ts';
import { historyOf } from '../../people/index.ts';
import { DueStateBadge } from '../pages/period.tsx';
import { PersonPage, type PersonPayment, type TransferView } from '../pages/person.tsx';
import { feeWrite } from '../policy.ts';
import { dueOf, paymentsOf } from '../queries/index.ts';
import { remaining, surplus } from '../rules/index.ts';
import type { FeeDue, FeePayment, FeePeriod } from '../schema.ts';
import { unexemptPerson } from '../service/index.ts';
import { qrDrawing, transferText } from '../sheets/index.ts';
import { actionNames, fieldNames, kindNames, labels, methodNames, words } from '../vi.ts';
import { base, issueWords, noticeOf, pathOf, periodCrumbs, periodOf } from './shared.tsx';

const path = `${base}/:period/nguoi/:person`;

export function personDoors(app: Hono<Env>): void {
  app.get(path, personPage);
  app.get(`${path}/ma-qr.svg`, drawing);
  app.post(`${path}/bo-mien`, async (c) => {
    await formOf(c);
    const whose = { period: c.req.param('period'), person: c.req.param('person') };
    settled(await execute(c.var.cx, unexemptPerson, whose), issueWords);
    return c.redirect(`${pathOf(c, `${whose.period}/nguoi/${whose.person}`)}?bo-mien=1`, 303);
  });
}

/** The period and the person of an address. @throws NotFound */
export async function payerOf(c: WebContext): Promise<{
  period: FeePeriod;
  due: FeeDue;
  path: string;
}> {
  const period = await periodOf(c);
  const due = await dueOf(c.var.cx, period, c.req.param('person') ?? '');
  return { period, due, path: pathOf(c, `${period.pid}/nguoi/${due.person}`) };
}

async function personPage(c: WebContext): Promise<Response> {
  const { cx } = c.var;
  const { period, due, path: here } = await payerOf(c);
  const writer = offers(c, feeWrite);
  const payments = await paymentsOf(cx, due.id);
  const subject = { type: 'fee_due', id: due.id };
  const items = await historyOf(cx.db, subject, { actions: actionNames, fields: fieldNames });
  return c.var.shell.office(c, {
    title: due.name,
    lead: [period.name, due.organisationName].join(' · '),
    crumbs: periodCrumbs(c, period, { label: due.name }),
    action: writer ? (
      <ButtonLink kind="primary" icon="plus" href={`${here}/thu`}>
        {words.record}
      </ButtonLink>
    ) : undefined,
    before: noticeOf(c),
    body: (
      <PersonPage
        terms={termsOf(due)}
        payments={payments.map((payment) => paymentRow(c, payment, writer))}
        transfer={transferOf(here, period, due)}
        why={period.account === null ? words.qrNone : words.qrPaid}
        acts={
          writer
            ? {
                refundHref: due.paid > 0 ? `${here}/tra-lai` : null,
                exemptHref: due.exemptReason === null && due.amount > 0 ? `${here}/mien` : null,
                unexemptAction: due.exemptReason === null ? null : `${here}/bo-mien`,
              }
            : null
        }
        listHref={pathOf(c, period.pid)}
      />
    ),
    aside: items.length === 0 ? undefined : <RecordHistory items={items} />,
  });
}

function termsOf(due: FeeDue): readonly Term[] {
  const optional: readonly (readonly [string, string | null])[] = [
    [words.exemptReason, due.exemptReason],
    [words.remaining, remaining(due) === 0 ? null : words.money(remaining(due))],
  ];
  return [
    { term: words.reference, value: <strong>{due.reference}</strong> },
    { term: words.kind, value: kindNames[due.kind] },
    {
      term: words.association,
      value: [due.organisationName, due.branch].filter(Boolean).join(', '),
    },
    { term: words.owed, value: words.money(due.owed) },
    {
      term: words.paid,
      value: [words.money(due.paid), surplus(due) === 0 ? '' : words.surplus(surplus(due))]
        .filter(Boolean)
        .join(', '),
    },
    { term: words.state, value: <DueStateBadge state={due.state} /> },
    ...optional.flatMap(([term, value]) => (value === null ? [] : [{ term, value }])),
  ];
}

function transferOf(here: string, { account }: FeePeriod, due: FeeDue): TransferView | null {
  if (account === null || remaining(due) === 0) return null;
  return {
    src: `${here}/ma-qr.svg`,
    reference: due.reference,
    terms: [
      { term: labels.bank ?? '', value: account.bank },
      { term: labels.account_number ?? '', value: account.number },
      { term: labels.account_holder ?? '', value: account.holder },
      { term: labels.amount ?? '', value: words.money(remaining(due)) },
      { term: words.transferContent, value: due.reference },
    ],
  };
}

function paymentRow(c: WebContext, payment: FeePayment, writer: boolean): PersonPayment {
  const live = payment.voidedAt === null;
  const to = (rest: string) => pathOf(c, `khoan/${payment.pid}/${rest}`);
  const wants = live && payment.amount > 0 && payment.receipt === null;
  return {
    day: formatDate(payment.paidOn),
    amount: formatNumber(payment.amount),
    method: methodNames[payment.method],
    note: noteOf(payment),
    voided: payment.voidReason === null ? null : words.voidedBecause(payment.voidReason),
    receipt: receiptOf(c, payment),
    issueAction: writer && wants ? to('phieu') : null,
    voidHref: writer && live ? to('huy') : null,
  };
}

/** What is known of a payment, in a line. */
export function noteOf(payment: FeePayment): string {
  return [
    payment.amount < 0 ? words.refundMark : null,
    payment.reason,
    payment.note,
    payment.statement === null ? null : words.fromStatement,
    payment.bankReference,
  ]
    .filter(Boolean)
    .join(' · ');
}

export function receiptOf(c: WebContext, payment: FeePayment) {
  if (payment.receipt === null) return null;
  return { href: pathOf(c, `phieu/${payment.receipt}`), number: payment.receiptNumber ?? '' };
}

async function drawing(c: WebContext): Promise<Response> {
  const { period, due } = await payerOf(c);
  const text = period.account === null ? null : transferText(period.account, due);
  if (text === null) throw new NotFound('qr');
  return c.body(qrDrawing(text), 200, {
    'content-type': 'image/svg+xml',
    'cache-control': 'private, no-store',
  });
}
