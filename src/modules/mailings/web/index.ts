import type { Hono } from 'hono';
import type { Env } from '../../../platform/http/env.ts';
import { actDoors } from './acts.tsx';
import { formDoors } from './form.tsx';
import { listDoors } from './list.tsx';
import { mailingDoors } from './mailing.tsx';
import { paceDoors } from './pace.tsx';
import { templateDoors } from './templates.tsx';

export { mailingWeb } from './answers.tsx';

/** Pages of an office under /hoi-vien/thu. Fixed words come first: a mailing's address is its id. */
export function mailingOffice(app: Hono<Env>): void {
  listDoors(app);
  templateDoors(app);
  paceDoors(app);
  formDoors(app);
  mailingDoors(app);
  actDoors(app);
}
