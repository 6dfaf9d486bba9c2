import type { Hono } from 'hono';
import type { Env } from '../../../../platform/http/env.ts';
import { actDoors } from './acts.tsx';
import { letterDoors } from './letter.tsx';
import { listDoors } from './list.tsx';
import { oneDoors } from './one.tsx';
import { rulesDoors } from './rules.tsx';

/** Pages of an office under /hoi-thi/{edition}/khieu-nai; a complaint's address is its id. */
export function complaintOffice(app: Hono<Env>): void {
  listDoors(app);
  letterDoors(app);
  rulesDoors(app);
  actDoors(app);
  oneDoors(app);
}
