import path from 'node:path';
import { noStyles, readStyles, type Styles } from './styles.ts';
import { damaged, type FullLimits, TableFault } from './types.ts';
import { readSmallPart } from './xml-parts.ts';
import type { Parts, Reading } from './zip.ts';

export interface WorkbookSheet {
  readonly name: string;
  readonly hidden: boolean;
  /** Name of its part. */
  readonly part: string;
}

export interface Workbook {
  readonly sheets: readonly WorkbookSheet[];
  readonly macros: boolean;
  readonly is1904: boolean;
  /** Part of the shared strings, null when there is none. */
  readonly strings: string | null;
  readonly styles: Styles;
}

interface Relation {
  readonly id: string;
  /** Last word of the type: 'worksheet', 'styles', … in both the transitional and strict form. */
  readonly type: string;
  readonly part: string;
}

/** Finds sheets, strings and styles by the relationships of the package. Throws TableFault. */
export async function readWorkbook(
  parts: Parts,
  limits: FullLimits,
  reading: Reading,
): Promise<Workbook> {
  const root = await relations(parts, '', reading);
  const main = root.find((one) => one.type === 'officeDocument')?.part ?? 'xl/workbook.xml';
  if (!parts.has(main)) throw notAWorkbook(parts);
  if (/\.bin$/i.test(main)) throw new TableFault('table.other_workbook', { kind: 'xlsb' });
  const related = await relations(parts, main, reading);
  const listed = await readSheetList(parts, main, reading);
  if (listed === null) throw new TableFault('table.not_a_workbook');
  const sheets = listed.sheets.flatMap(({ id, name, hidden }) => {
    const found = related.find((one) => one.id === id && one.type === 'worksheet');
    // Sheets that are charts or old macros hold no rows.
    return found === undefined ? [] : [{ name, hidden, part: found.part }];
  });
  if (sheets.length === 0) throw new TableFault('table.no_sheet');
  if (sheets.length > limits.maxSheets) {
    throw new TableFault('table.too_many_sheets', {
      sheets: sheets.length,
      limit: limits.maxSheets,
    });
  }
  const partOf = (type: string): string | null => {
    const part = related.find((one) => one.type === type)?.part ?? null;
    return part !== null && parts.has(part) ? part : null;
  };
  const styles = partOf('styles');
  const { is1904 } = listed;
  return {
    sheets,
    macros: related.some((one) => one.type === 'vbaProject'),
    is1904,
    strings: partOf('sharedStrings'),
    styles: styles === null ? noStyles(is1904) : await readStyles(parts, styles, reading, is1904),
  };
}

function notAWorkbook(parts: Parts): TableFault {
  return parts.has('mimetype') && parts.has('content.xml')
    ? new TableFault('table.other_workbook', { kind: 'ods' })
    : new TableFault('table.not_a_workbook');
}

// The relationships of a part; those of the package itself for ''. External ones are not followed.
async function relations(parts: Parts, owner: string, reading: Reading): Promise<Relation[]> {
  const folder = path.posix.dirname(owner);
  const name = path.posix.join(folder, '_rels', `${path.posix.basename(owner)}.rels`);
  const found: Relation[] = [];
  if (!parts.has(name)) return found;
  await readSmallPart(parts, name, reading, (local, { Id, Type, Target, TargetMode }) => {
    if (local !== 'Relationship' || TargetMode === 'External') return;
    if (Id === undefined || Type === undefined || Target === undefined) return;
    const part = Target.startsWith('/') ? Target.slice(1) : path.posix.join(folder, Target);
    found.push({ id: Id, type: Type.slice(Type.lastIndexOf('/') + 1), part });
    if (found.length > 20_000) throw damaged('relationships');
  });
  return found;
}

interface Listed {
  readonly sheets: { id: string; name: string; hidden: boolean }[];
  is1904: boolean;
}

async function readSheetList(parts: Parts, main: string, reading: Reading): Promise<Listed | null> {
  const listed: Listed = { sheets: [], is1904: false };
  let depth = 0;
  let isWorkbook = false;
  const open = (local: string, attributes: Readonly<Record<string, string>>): void => {
    depth++;
    if (depth === 1) isWorkbook = local === 'workbook';
    if (local === 'workbookPr') listed.is1904 = /^(1|true|on)$/i.test(attributes.date1904 ?? '');
    if (local !== 'sheet' || depth !== 3) return;
    // r:id, whatever its prefix is.
    const id = Object.entries(attributes).find(([key]) => /:id$/.test(key))?.[1] ?? '';
    const hidden = /^(hidden|veryHidden)$/.test(attributes.state ?? '');
    listed.sheets.push({ id, name: attributes.name ?? '', hidden });
    if (listed.sheets.length > 20_000) throw damaged('sheets');
  };
  await readSmallPart(parts, main, reading, open, () => {
    depth--;
  });
  return isWorkbook ? listed : null;
}
