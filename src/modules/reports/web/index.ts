import type { Hono } from 'hono';
import type { Env } from '../../../platform/http/env.ts';
import { autosaveDoors } from './autosave.ts';
import { fileDoors } from './files.tsx';
import { formDoors } from './form.tsx';

export { reportSite } from './site.tsx';

import { stepDoors } from './steps.tsx';
import { wordStepDoors } from './word-steps.tsx';

/** Office doors of one organisation's report. */
export function reportDoors(app: Hono<Env>): void {
  formDoors(app);
  autosaveDoors(app);
  stepDoors(app);
  wordStepDoors(app);
  fileDoors(app);
}
