import { z } from 'zod';
import { dueStates, kinds, methods } from '../rules/dues.ts';
import { remaining, surplus } from '../rules/index.ts';
import { receiptNumber } from '../rules/receipts.ts';
import type { FeeDue, FeePayment, FeePeriod, FeeReceipt, FeeTotals } from '../schema.ts';

const place = z.object({ code: z.string(), name: z.string() });
const money = z.number().int();

export const periodShape = z.object({
  pid: z.string(),
  organisation: place,
  name: z.string(),
  first_day: z.iso.date(),
  last_day: z.iso.date(),
  due_on: z.iso.date(),
  below: z.boolean(),
  amount_full: money,
  amount_associate: money,
  amount_honorary: money,
  bank: z.string().nullable(),
  account_number: z.string().nullable(),
  account_holder: z.string().nullable(),
  note: z.string().nullable(),
  version: z.number().int(),
});

export const periodView = (period: FeePeriod) => ({
  pid: period.pid,
  organisation: { code: period.organisationCode, name: period.organisationName },
  name: period.name,
  first_day: period.first,
  last_day: period.last,
  due_on: period.dueOn,
  below: period.below,
  amount_full: period.amounts.full,
  amount_associate: period.amounts.associate,
  amount_honorary: period.amounts.honorary,
  bank: period.account?.bin ?? null,
  account_number: period.account?.number ?? null,
  account_holder: period.account?.holder ?? null,
  note: period.note,
  version: period.version,
});

export const totalsShape = z.object({
  owed: money,
  paid: money,
  missing: money,
  people: z.record(z.enum(dueStates), z.number().int()),
});

export const totalsView = ({ owed, paid, missing, people }: FeeTotals) => ({
  owed,
  paid,
  missing,
  people,
});

export const dueShape = z.object({
  person: z.string(),
  name: z.string(),
  organisation: place,
  branch: z.string().nullable(),
  kind: z.enum(kinds),
  owed: money,
  paid: money,
  missing: money,
  surplus: money,
  state: z.enum(dueStates),
  exempt_reason: z.string().nullable(),
  reference: z.string(),
  /** Text of the code of a transfer; null where nothing is owed or no account receives. */
  vietqr: z.string().nullable(),
});

export const dueView = (due: FeeDue, vietqr: string | null) => ({
  person: due.person,
  name: due.name,
  organisation: { code: due.organisationCode, name: due.organisationName },
  branch: due.branch,
  kind: due.kind,
  owed: due.owed,
  paid: due.paid,
  missing: remaining(due),
  surplus: surplus(due),
  state: due.state,
  exempt_reason: due.exemptReason,
  reference: due.reference,
  vietqr,
});

export const paymentShape = z.object({
  pid: z.string(),
  period: z.string(),
  person: z.string(),
  name: z.string(),
  reference: z.string(),
  /** Negative: given back. */
  amount: money,
  method: z.enum(methods),
  paid_on: z.iso.date(),
  note: z.string().nullable(),
  reason: z.string().nullable(),
  bank_reference: z.string().nullable(),
  statement: z.string().nullable(),
  receipt: z.string().nullable(),
  receipt_number: z.string().nullable(),
  void_reason: z.string().nullable(),
  version: z.number().int(),
});

export const paymentView = (payment: FeePayment) => ({
  pid: payment.pid,
  period: payment.period,
  person: payment.person,
  name: payment.name,
  reference: payment.reference,
  amount: payment.amount,
  method: payment.method,
  paid_on: payment.paidOn,
  note: payment.note,
  reason: payment.reason,
  bank_reference: payment.bankReference,
  statement: payment.statement,
  receipt: payment.receipt,
  receipt_number: payment.receiptNumber,
  void_reason: payment.voidReason,
  version: payment.version,
});

export const receiptShape = z.object({
  pid: z.string(),
  organisation: place,
  number: z.string(),
  issued_on: z.iso.date(),
  payment: z.string(),
  payer: z.string(),
  purpose: z.string(),
  amount: money,
  cancel_reason: z.string().nullable(),
  version: z.number().int(),
});

export const receiptView = (receipt: FeeReceipt) => ({
  pid: receipt.pid,
  organisation: { code: receipt.organisationCode, name: receipt.organisationName },
  number: receiptNumber(receipt.year, receipt.number),
  issued_on: receipt.issuedOn,
  payment: receipt.payment,
  payer: receipt.payer,
  purpose: receipt.purpose,
  amount: receipt.amount,
  cancel_reason: receipt.cancelReason,
  version: receipt.version,
});
