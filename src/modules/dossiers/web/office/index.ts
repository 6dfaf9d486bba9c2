import type { Hono } from 'hono';
import type { Env } from '../../../../platform/http/env.ts';
import { actDoors } from './acts.tsx';
import { bulkDoors } from './bulk.tsx';
import { dossierDoors } from './dossier.tsx';
import { forwardingDoors } from './forwarding.tsx';
import { letterDoors } from './letters.tsx';
import { listDoors } from './list.tsx';
import { moreTimeDoors } from './more-time.tsx';
import { paperDoors } from './paper.tsx';
import { paperFileDoors } from './paper-files.tsx';
import { recordDoors } from './records.tsx';
import { statisticDoors } from './statistics.tsx';
import { submittingDoors } from './submitting.tsx';
import { touchedDoors } from './touched.tsx';
import { versionDoors } from './versions.tsx';

export { paperStreams } from './paper-files.tsx';

/** The secretariat's pages of an edition. Addresses with a fixed word come before those of a dossier. */
export function dossierOffice(app: Hono<Env>): void {
  listDoors(app);
  bulkDoors(app);
  letterDoors(app);
  statisticDoors(app);
  touchedDoors(app);
  moreTimeDoors(app);
  paperDoors(app);
  paperFileDoors(app);
  forwardingDoors(app);
  submittingDoors(app);
  actDoors(app);
  recordDoors(app);
  versionDoors(app);
  dossierDoors(app);
}
