import type { Hono } from 'hono';
import type { Env } from '../../../platform/http/env.ts';
import { exchangeDoors } from './exchange.tsx';
import { formDoors } from './form.tsx';
import { listDoors } from './list.tsx';
import { recordDoors } from './record.tsx';
import { revokingDoors } from './revoking.tsx';

/** Pages of an office under /khen-thuong. Fixed words come first: a record's address is its id. */
export function distinctionOffice(app: Hono<Env>): void {
  listDoors(app);
  exchangeDoors(app);
  formDoors(app);
  recordDoors(app);
  revokingDoors(app);
}
