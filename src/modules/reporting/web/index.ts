import type { Hono } from 'hono';
import { office } from '../../../platform/http/addresses.ts';
import type { Env } from '../../../platform/http/env.ts';
import { chart } from './chart.ts';
import { recordsFile, recordsPage, tableDocx, tableXlsx } from './files.tsx';
import { benchmarkPage } from './page.tsx';

/** Office doors of the benchmark table; all state is in the address. */
export function reportingDoors(app: Hono<Env>): void {
  app.get('/bao-cao', (c) => c.redirect(office(c.var.place.code, 'bao-cao/bang-so-sanh'), 302));
  app.get('/bao-cao/bang-so-sanh', benchmarkPage);
  app.get('/bao-cao/bang-so-sanh.xlsx', tableXlsx);
  app.get('/bao-cao/bang-so-sanh.docx', tableDocx);
  app.get('/bao-cao/bang-so-sanh/ban-ghi', recordsPage);
  app.get('/bao-cao/bang-so-sanh/ban-ghi.xlsx', recordsFile);
  app.get('/bao-cao/bang-so-sanh/bieu-do.svg', chart);
}
