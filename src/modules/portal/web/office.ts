import type { Hono } from 'hono';
import type { Env } from '../../../platform/http/env.ts';
import type { Product } from '../../../platform/module.ts';
import { desk } from './desk.tsx';
import { log, logFile } from './log.tsx';
import { officeSearch } from './search.tsx';
import { job, letter, letters, stopJob } from './upkeep.tsx';

/** Pages of an office that belong to no single register. */
export function officeDoors(app: Hono<Env>, { toDos }: Product): void {
  app.get('/', (c) => desk(c, toDos));
  app.get('/tim', officeSearch);
  app.get('/nhat-ky', log);
  app.get('/nhat-ky/xuat', logFile);
  app.get('/thu-di', letters);
  app.get('/thu-di/:pid', letter);
  app.get('/viec/:pid', job);
  app.post('/viec/:pid/dung', stopJob);
}
