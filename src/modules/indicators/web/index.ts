import type { Hono } from 'hono';
import type { Env } from '../../../platform/http/env.ts';
import { definitionDoors } from './definitions.tsx';
import { valueDoors } from './values.tsx';

/** Office doors: what indicators mean, remarks beside figures, values entered by hand. */
export function indicatorDoors(app: Hono<Env>): void {
  definitionDoors(app);
  valueDoors(app);
}
