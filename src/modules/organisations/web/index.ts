import type { Hono } from 'hono';
import type { Env } from '../../../platform/http/env.ts';
import { directoryPages } from './directory.tsx';
import { exchangePages } from './exchange.tsx';
import { factForms } from './facts.tsx';
import { organisationForms } from './forms.tsx';
import { lifeDoors } from './life.tsx';
import { organisationPages } from './page.tsx';
import { recordForms } from './records.tsx';

export { organisationSite } from './site.tsx';

/** The office's pages; those with a word of their own come before those of an organisation. */
export function organisationOffice(app: Hono<Env>): void {
  directoryPages(app);
  exchangePages(app);
  organisationForms(app);
  lifeDoors(app);
  recordForms(app);
  factForms(app);
  organisationPages(app);
}
