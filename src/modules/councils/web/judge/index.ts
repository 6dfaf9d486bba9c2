import type { Hono } from 'hono';
import type { Env } from '../../../../platform/http/env.ts';
import { declineDoors } from './answering.tsx';
import { homeDoors } from './home.tsx';
import { relationDoors } from './relations.tsx';

/** What stands behind a judge's link. Other modules have pages below it too. */
export function judgeWeb(app: Hono<Env>): void {
  homeDoors(app);
  declineDoors(app);
  relationDoors(app);
}
