import type { Hono } from 'hono';
import type { Env } from '../../../platform/http/env.ts';
import { importDoors } from './one.tsx';
import { startDoors } from './start.tsx';

export function newcomersOffice(app: Hono<Env>): void {
  startDoors(app);
  importDoors(app);
}
