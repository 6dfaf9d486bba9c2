import type { Hono } from 'hono';
import type { Env } from '../../../../platform/http/env.ts';
import { conflictDoor } from './conflict.tsx';
import { conflictDoors } from './conflicts.tsx';
import { councilFormDoors } from './council-forms.tsx';
import { councilDoors } from './councils.tsx';
import { judgeDoor } from './judge.tsx';
import { judgeActDoors } from './judge-acts.tsx';
import { judgeFormDoors } from './judge-forms.tsx';
import { judgeDoors } from './judges.tsx';
import { judgeExchange } from './judges-exchange.tsx';
import { proposeDoor } from './proposing.tsx';
import { seatDoors } from './seats.tsx';

/** The office's pages under an edition: councils, judges, conflicts. */
export function councilOffice(app: Hono<Env>): void {
  councilDoors(app);
  councilFormDoors(app);
  seatDoors(app);
  judgeDoors(app);
  judgeExchange(app);
  judgeDoor(app);
  proposeDoor(app);
  judgeFormDoors(app);
  judgeActDoors(app);
  conflictDoors(app);
  conflictDoor(app);
}
