import type { Hono } from 'hono';
import type { Env } from '../../../../platform/http/env.ts';
import { goingOnDoors } from './going-on.tsx';
import { outcomeDoors } from './outcome.tsx';
import { paperDoors } from './papers.tsx';
import { prizeDoors } from './prizes.tsx';

/** Pages of an office under /hoi-thi/{edition}/ket-qua. */
export function resultOffice(app: Hono<Env>): void {
  outcomeDoors(app);
  goingOnDoors(app);
  prizeDoors(app);
  paperDoors(app);
}
