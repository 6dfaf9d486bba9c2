import { vietnamTime } from '../../../kernel/clock.ts';
import type { Issue } from '../../../kernel/issue.ts';
import { formatDateTime } from '../../../kernel/vietnamese/dates.ts';
import { NotFound } from '../../../platform/errors.ts';
import type { WebContext } from '../../../platform/http/env.ts';
import { sectionOf } from '../../../platform/records/section.ts';
import { sheetWordsOf } from '../../../platform/records/sheet-file.ts';
import type { SheetPlan } from '../../spreadsheets/index.ts';
import { findImport } from '../queries/imports.ts';
import type { RosterImport } from '../schema.ts';
import { rowWords } from '../service/words.ts';
import { wizardWords as words } from '../vi/wizard.ts';

const section = sectionOf('hoi-vien', words.section);
export const { pathOf } = section;

/** The address of an import's page, or of one of its doors. */
export const importPath = (c: WebContext, pid: string, door = ''): string =>
  pathOf(c, `nhap/${pid}${door === '' ? '' : `/${door}`}`);

export const crumbs = (c: WebContext, ...rest: { label: string; href?: string }[]) =>
  section.crumbsTo(c, { label: words.title, href: pathOf(c, 'nhap') }, ...rest);

/** The import of the address, of the office that is open or of one below it. @throws NotFound */
export async function importOf(c: WebContext): Promise<RosterImport> {
  const found = await findImport(c.var.cx, c.req.param('pid') ?? '');
  const { cx, place } = c.var;
  const here = [place.organisationId];
  const below = await cx.coverage.covers(cx.db, here, found.organisationId, cx.clock.today());
  if (!below) throw new NotFound('roster_import');
  return found;
}

export const wordsFor = (problems: readonly Issue[]): string[] =>
  problems.map((problem) => sheetWordsOf(problem, rowWords));

export const chosenSheets = (of: RosterImport): readonly SheetPlan[] =>
  of.sheets.filter((sheet) => sheet.chosen);

export const moment = (at: Date): string => formatDateTime(vietnamTime(at));
