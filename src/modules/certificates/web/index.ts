import type { Hono } from 'hono';
import type { Env } from '../../../platform/http/env.ts';
import { certificateDoors } from './certificate.tsx';
import { checkDoors } from './check.tsx';
import { designDoors } from './design.tsx';
import { endingDoors } from './ending.tsx';
import { issueDoors } from './issue.tsx';
import { listDoors } from './list.tsx';
import { issuerDoors, machineDoors } from './machine.ts';
import { ownDoors } from './own.tsx';
import { printingDoors } from './printing.tsx';

/** Pages of an office under /hoi-thi/{edition}/chung-nhan; a certificate's address is its id: words first. */
export function certificateOffice(app: Hono<Env>): void {
  listDoors(app);
  issueDoors(app);
  designDoors(app);
  printingDoors(app);
  certificateDoors(app);
  endingDoors(app);
}

/** Checking and fetching certificates, which belongs to no organisation. */
export function certificateWeb(app: Hono<Env>): void {
  machineDoors(app);
  ownDoors(app);
  checkDoors(app);
}

/** Who an organisation is to machines. */
export const certificateSite = issuerDoors;
