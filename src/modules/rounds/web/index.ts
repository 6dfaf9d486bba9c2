import type { Hono } from 'hono';
import type { Env } from '../../../platform/http/env.ts';
import { actDoors } from './acts.tsx';
import { askingDoors } from './asking.tsx';
import { extendingDoors } from './extending.tsx';
import { formDoors } from './form.tsx';
import { listDoors } from './list.tsx';
import { roundDoors } from './round.tsx';

/** Office pages of rounds. Addresses with a fixed word come before those of a round. */
export function roundOffice(app: Hono<Env>): void {
  listDoors(app);
  formDoors(app);
  actDoors(app);
  askingDoors(app);
  extendingDoors(app);
  roundDoors(app);
}
