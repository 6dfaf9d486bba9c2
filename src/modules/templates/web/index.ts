import type { Hono } from 'hono';
import type { Env } from '../../../platform/http/env.ts';
import { aboutDoors } from './about.tsx';
import { outlineDoors } from './outline.tsx';
import { rowDoors } from './rows.tsx';
import { sectionDoors } from './sections.tsx';

/** Office doors of report templates. */
export function templateDoors(app: Hono<Env>): void {
  aboutDoors(app);
  outlineDoors(app);
  sectionDoors(app);
  rowDoors(app);
}
