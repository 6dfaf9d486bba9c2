import type { Hono } from 'hono';
import type { Env } from '../../../platform/http/env.ts';
import { cardDoors } from './card.tsx';
import { checkDoors } from './check.tsx';
import { designDoors } from './design.tsx';
import { issueDoors } from './issue.tsx';
import { labelDoors } from './labels.tsx';
import { listDoors } from './list.tsx';
import { printingDoors } from './printing.tsx';

/** Pages of an office under /hoi-vien/the and /hoi-vien/nhan; a card's address is its id: words first. */
export function cardOffice(app: Hono<Env>): void {
  listDoors(app);
  issueDoors(app);
  designDoors(app);
  printingDoors(app);
  labelDoors(app);
  cardDoors(app);
}

/** The public check of a card, which belongs to no organisation. */
export function cardWeb(app: Hono<Env>): void {
  checkDoors(app);
}
