import type { Hono } from 'hono';
import type { Env } from '../../../../platform/http/env.ts';
import { domainDoors } from './domains.tsx';
import { itemDoors } from './items.tsx';
import { bannerKind, blockOffice, linkKind, menuKind, quoteKind } from './kinds.tsx';
import { redirectDoors } from './redirects.tsx';
import { settingsDoors } from './settings.tsx';

/** The room of an office in which its public site is set up. */
export function sitesOffice(app: Hono<Env>): void {
  settingsDoors(app);
  itemDoors(app, menuKind);
  itemDoors(app, bannerKind);
  itemDoors(app, linkKind);
  itemDoors(app, quoteKind);
  itemDoors(app, blockOffice);
  domainDoors(app);
  redirectDoors(app);
}
