import type { Hono } from 'hono';
import type { Env } from '../../../../platform/http/env.ts';
import { autosaveDoors } from './autosave.tsx';
import { blindDoors } from './blind.ts';
import { chairDoors } from './chair.tsx';
import { compareDoors } from './compare.tsx';
import { councilDoors } from './council.tsx';
import { listDoors } from './list.tsx';
import { printDoors } from './print.tsx';
import { recuseDoors } from './recusing.tsx';
import { reopeningDoors } from './reopening.tsx';
import { sheetDoors } from './sheet.tsx';
import { signingDoors } from './signing.tsx';

/** What a judge does behind the link: /giam-khao/{token}/cham/{phase} and …/phieu/{assignment}. */
export function reviewWeb(app: Hono<Env>): void {
  listDoors(app);
  compareDoors(app);
  chairDoors(app);
  autosaveDoors(app);
  signingDoors(app);
  councilDoors(app);
  reopeningDoors(app);
  printDoors(app);
  recuseDoors(app);
  blindDoors(app);
  sheetDoors(app);
}
