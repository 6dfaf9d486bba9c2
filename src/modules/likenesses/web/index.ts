import type { Hono } from 'hono';
import type { Env } from '../../../platform/http/env.ts';
import { exchangeDoors } from './exchange.tsx';
import { findingDoors } from './finding.tsx';
import { listDoors } from './list.tsx';
import { textDoors } from './texts.tsx';

/** Pages of an office under /hoi-thi/so-trung; a finding's address is its id: words first. */
export function likenessOffice(app: Hono<Env>): void {
  listDoors(app);
  exchangeDoors(app);
  textDoors(app);
  findingDoors(app);
}
