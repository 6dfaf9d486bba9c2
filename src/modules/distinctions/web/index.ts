import type { Hono } from 'hono';
import type { Env } from '../../../platform/http/env.ts';

/** Pages of an office under /khen-thuong. */
export function distinctionOffice(_app: Hono<Env>): void {}
