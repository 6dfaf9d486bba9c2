import type { Hono } from 'hono';
import type { Env } from '../../../../platform/http/env.ts';
import { ballotDoors } from './ballot.tsx';
import { ballotListDoors } from './ballots.tsx';
import { countDoors } from './counting.tsx';

/** Pages of an office under /hoi-thi/{edition}/ket-qua/bieu-quyet. */
export function ballotOffice(app: Hono<Env>): void {
  ballotListDoors(app);
  ballotDoors(app);
  countDoors(app);
}
