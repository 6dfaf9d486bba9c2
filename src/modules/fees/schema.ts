import { z } from 'zod';
import type { Day } from '../../kernel/day.ts';
import {
  choice,
  code,
  day,
  number,
  optionalText,
  text,
  version,
  yesNo,
} from '../../platform/forms/fields.ts';
import { type DueState, type Kind, largestAmount, type Method, methods } from './rules/dues.ts';
import { columnFields, type StatementColumn } from './rules/index.ts';

/** A period as the module's pages and doors read it; money in whole đồng, `last` is still in it. */
export interface FeePeriod {
  readonly id: string;
  readonly pid: string;
  readonly organisationId: string;
  readonly organisationCode: string;
  readonly organisationName: string;
  readonly name: string;
  readonly first: Day;
  readonly last: Day;
  readonly dueOn: Day;
  readonly below: boolean;
  readonly amounts: Readonly<Record<Kind, number>>;
  readonly account: FeeAccount | null;
  readonly note: string | null;
  /** Null until the list of those who pay is made. */
  readonly listedAt: Date | null;
  readonly version: number;
  readonly deletedAt: Date | null;
}

/** The account that receives. */
export interface FeeAccount {
  readonly bin: string;
  readonly bank: string;
  readonly number: string;
  readonly holder: string;
}

/** Sums of a period or of a part of its list. People who turned out not to be members count apart. */
export interface FeeTotals {
  readonly people: Readonly<Record<DueState, number>>;
  readonly owed: number;
  /** All that came in less what was given back, also from those who are no members. */
  readonly paid: number;
  /** What is still to come, without what others paid too much. */
  readonly missing: number;
}

/** What one human owes in a period. */
export interface FeeDue {
  readonly id: string;
  readonly periodId: string;
  readonly person: string;
  readonly name: string;
  readonly personId: string;
  readonly organisationCode: string;
  readonly organisationName: string;
  readonly branch: string | null;
  readonly kind: Kind;
  readonly amount: number;
  readonly owed: number;
  readonly paid: number;
  readonly state: DueState;
  readonly exemptReason: string | null;
  /** 'HP26 7K3M9Q'. */
  readonly reference: string;
  readonly version: number;
}

export interface FeePayment {
  readonly id: string;
  readonly pid: string;
  readonly dueId: string;
  readonly period: string;
  readonly periodName: string;
  readonly organisationId: string;
  readonly organisationCode: string;
  readonly person: string;
  readonly name: string;
  readonly reference: string;
  readonly amount: number;
  readonly method: Method;
  readonly paidOn: Day;
  readonly note: string | null;
  readonly reason: string | null;
  readonly bankReference: string | null;
  readonly statement: string | null;
  readonly voidedAt: Date | null;
  readonly voidReason: string | null;
  /** The receipt that stands. */
  readonly receipt: string | null;
  readonly receiptNumber: string | null;
  readonly version: number;
}

export interface FeeReceipt {
  readonly id: string;
  readonly pid: string;
  readonly organisationId: string;
  readonly organisationCode: string;
  readonly organisationName: string;
  readonly period: string;
  readonly periodName: string;
  readonly person: string;
  readonly payment: string;
  readonly method: Method;
  readonly year: number;
  readonly number: number;
  readonly issuedOn: Day;
  readonly payer: string;
  readonly address: string | null;
  readonly purpose: string;
  readonly amount: number;
  readonly cancelledAt: Date | null;
  readonly cancelReason: string | null;
  readonly version: number;
}

export interface FeeStatement {
  readonly id: string;
  readonly pid: string;
  readonly organisationId: string;
  readonly period: string;
  readonly periodId: string;
  readonly periodName: string;
  readonly file: string;
  readonly fileName: string;
  readonly state: 'opened' | 'applied' | 'undone';
  readonly headerRow: number;
  readonly columns: readonly StatementColumn[];
  readonly createdAt: Date;
  readonly appliedAt: Date | null;
  readonly version: number;
}

/** How many lines of a statement are what, and how much money. */
export interface StatementCounts {
  readonly matched: number;
  readonly proposal: number;
  readonly unknown: number;
  readonly recorded: number;
  /** What applying takes in. */
  readonly taken: number;
  readonly takenAmount: number;
}

export interface StatementLineView {
  readonly row: number;
  readonly paidOn: Day;
  readonly amount: number;
  readonly description: string;
  readonly bankReference: string | null;
  readonly state: 'matched' | 'proposal' | 'unknown' | 'recorded';
  readonly how: string;
  readonly decision: 'take' | 'leave' | null;
  readonly dues: readonly DueBrief[];
  readonly chosen: DueBrief | null;
}

export interface DueBrief {
  readonly id: string;
  readonly name: string;
  readonly reference: string;
  readonly association: string;
  readonly owed: number;
  readonly paid: number;
}

const amount = () => number({ min: 0, max: largestAmount, integer: true });
const money = () => number({ min: 1, max: largestAmount, integer: true });

const periodFields = {
  organisation: code(),
  name: text(160),
  first_day: day(),
  last_day: day(),
  due_on: day(),
  /** Members of the organisations below pay here too. */
  below: yesNo(),
  amount_full: amount(),
  amount_associate: amount(),
  amount_honorary: amount(),
  /** BIN of the bank. */
  bank: optionalText(6),
  account_number: optionalText(40),
  account_holder: optionalText(100),
  note: optionalText(1000),
};

export const periodInput = z.strictObject(periodFields);
export const periodEdit = z.strictObject({ pid: z.string(), version: version(), ...periodFields });
export const periodChanges = z.strictObject({ version: version(), ...periodFields }).partial();
export type PeriodInput = z.output<typeof periodInput>;

const paymentFields = {
  amount: money(),
  method: choice(methods),
  paid_on: day(),
  /** Who brought it, for whom: what the office wants to remember. */
  note: optionalText(500),
  bank_reference: optionalText(100),
  /** Issue a receipt at once. */
  receipt: yesNo(),
};
const whose = { period: z.string(), person: z.string() };

export const paymentBody = z.strictObject({ ...whose, ...paymentFields });
/** Money given back: `amount` is how much, without a sign. */
export const refundBody = z.strictObject({
  ...whose,
  amount: money(),
  method: choice(methods),
  paid_on: day(),
  reason: optionalText(500),
});
export const voidInput = z.strictObject({ pid: z.string(), reason: text(500), version: version() });
export const exemptInput = z.strictObject({ ...whose, reason: text(500) });
export const unexemptInput = z.strictObject(whose);
export const receiptInput = z.strictObject({ payment: z.string() });
export const byPidInput = z.strictObject({ pid: z.string(), version: version() });

export const columnsInput = z.strictObject({
  pid: z.string(),
  header_row: number({ min: 0, max: 1000, integer: true }),
  fields: z.array(choice(columnFields)).max(60),
  version: version(),
});

export const decideInput = z.strictObject({
  pid: z.string(),
  row: z.number().int(),
  decision: choice(['take', 'leave']),
  /** Whose it is: a payment reference as it may be typed. */
  reference: optionalText(40),
});
