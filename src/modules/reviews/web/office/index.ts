import type { Hono } from 'hono';
import type { Env } from '../../../../platform/http/env.ts';
import { dossierDoors } from './dossier.tsx';
import { matrixDoors } from './matrix.ts';
import { paperDoors } from './paper.tsx';
import { paperExchange } from './paper-exchange.tsx';
import { progressDoors } from './progress.tsx';
import { sheetDoors } from './sheet.tsx';
import { voteDoors } from './votes.tsx';

/** The secretariat's pages of the sheets of an edition: /hoi-thi/{edition}/cham. */
export function reviewOffice(app: Hono<Env>): void {
  progressDoors(app);
  matrixDoors(app);
  voteDoors(app);
  dossierDoors(app);
  paperDoors(app);
  paperExchange(app);
  sheetDoors(app);
}
