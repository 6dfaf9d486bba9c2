import type { Hono } from 'hono';
import type { Env } from '../../../platform/http/env.ts';
import { sendWorkbook } from '../../../platform/records/workbook.ts';
import { rosterTemplate } from '../sheets/template.ts';
import { sheetWords } from '../vi/sheets.ts';
import { checkDoors } from './check.tsx';
import { rosterExport } from './export.ts';
import { mappingDoors } from './mapping.tsx';
import { tellOrigins } from './origins.ts';
import { resultDoors } from './result.tsx';
import { startDoors } from './start.tsx';

/** HTML doors of bringing rosters in; fixed addresses come before those with a name in them. */
export function rosterOffice(app: Hono<Env>): void {
  app.get('/hoi-vien/tep-mau', async (c) => {
    const name = sheetWords.templateFile(c.var.place.code);
    return sendWorkbook(c, await rosterTemplate(), name);
  });
  app.get('/hoi-vien/xuat', rosterExport);
  tellOrigins();
  startDoors(app);
  mappingDoors(app);
  resultDoors(app);
  checkDoors(app);
}
