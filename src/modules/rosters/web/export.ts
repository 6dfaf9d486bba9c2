import { NotFound } from '../../../platform/errors.ts';
import { fileHeaders } from '../../../platform/files.ts';
import type { WebContext } from '../../../platform/http/env.ts';
import { may } from '../../../platform/policy.ts';
import { askedMembers, byNumber, memberRows, personRead } from '../../people/index.ts';
import { exportSheet } from '../sheets/export.ts';
import { sheetWords } from '../vi/sheets.ts';
import { pathOf } from './shared.ts';

const mediaType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The list that the address asks for, in the shape of the template; as long as it may be. */
export async function rosterExport(c: WebContext): Promise<Response> {
  const { cx, place } = c.var;
  if (!(await may(cx, personRead, place.organisationId))) throw new NotFound('roster');
  const { under, ...asked } = await askedMembers(c, pathOf(c));
  const filter = await byNumber(cx, under, asked.filter);
  const bytes = await exportSheet(memberRows(cx, under, filter), under);
  const name = sheetWords.exportFile(place.code, cx.clock.today());
  return c.body(bytes, 200, fileHeaders({ name, mediaType, size: null }));
}
