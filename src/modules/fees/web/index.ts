import type { Hono } from 'hono';
import type { Env } from '../../../platform/http/env.ts';
import { lineDoors } from './lines.tsx';
import { paymentDoors } from './payments.tsx';
import { duesDoors } from './period.tsx';
import { periodFormDoors } from './period-form.tsx';
import { periodDoors } from './periods.tsx';
import { personDoors } from './person.tsx';
import { receiptDoors } from './receipts.tsx';
import { statementDoors } from './statements.tsx';

/** Office pages of fees. Addresses with a fixed first word come before those of a period. */
export function feeOffice(app: Hono<Env>): void {
  periodFormDoors(app);
  periodDoors(app);
  lineDoors(app);
  statementDoors(app);
  receiptDoors(app);
  paymentDoors(app);
  personDoors(app);
  duesDoors(app);
}
