import { sql } from 'kysely';
import type { Cx } from '../../../platform/command.ts';
import { copyInto } from '../../../platform/database/copying.ts';
import { maybe } from '../../../platform/database/query.ts';
import { NotFound } from '../../../platform/errors.ts';
import { decryptField } from '../../../platform/keys.ts';
import { may } from '../../../platform/policy.ts';
import { sensitiveWrite } from '../../people/index.ts';
import { type RawCells, readKept, type TypedCells } from '../../spreadsheets/index.ts';
import type { RosterImport } from '../schema.ts';
import { lineColumns, lineText, rawAbout } from './lines.ts';
import { placerFor } from './placing.ts';
import { unknownAssociation } from './staging.ts';

/** Reads one staged row again with what was typed in place of its cells, and remembers that. */
export async function restageRow(
  cx: Cx,
  of: RosterImport,
  line: number,
  typed: TypedCells,
): Promise<void> {
  const { db } = cx;
  const row = await maybe(
    db,
    sql<{
      sheet: number;
      number: number;
      raw: string[] | null;
      secret: string | null;
      cells: TypedCells | null;
    }>`select r.sheet,
        r.row_number as number, r.raw, r.raw_secret as secret, c.cells
      from roster_row r left join roster_choice c
        on c.import_id = r.import_id and c.line = r.line and c.cells is not null
      where r.import_id = ${of.id} and r.line = ${line}`,
  );
  const sheet = of.sheets.find(({ index }) => index === row?.sheet);
  if (row === null || row.raw === null || sheet === undefined) throw new NotFound('row');
  const cells = { ...row.cells, ...typed };
  const today = cx.clock.today();
  const sensitive = await may(cx, sensitiveWrite, of.organisationId);
  const raw: RawCells = { open: row.raw, secret: openSecret(cx, row.secret) };
  const read = readKept(sheet, { number: row.number, raw }, { today, sensitive }, cells);
  if (read === null) throw new NotFound('row');
  const placer = await placerFor(db, of.organisationId, today);
  const placed = placer.place(read.values.association, read.values.branch);
  const source = { line, sheet: row.sheet, reading: read, raw: () => raw, keep: true };
  const unknown = placed.unknown ? [unknownAssociation(of, source)] : [];
  await sql`delete from roster_row where import_id = ${of.id} and line = ${line}`.execute(db);
  const text = lineText(of.id, source, placed, [...read.issues, ...unknown], cx.keys);
  await copyInto(db, 'roster_row', lineColumns, [text]);
  await sql`delete from roster_choice where import_id = ${of.id} and line = ${line}
    and cells is not null`.execute(db);
  await sql`insert into roster_choice (import_id, line, cells)
    values (${of.id}, ${line}, ${JSON.stringify(cells)}::jsonb)`.execute(db);
}

/** The cells of sensitive columns as they were kept; none when their key is not here. */
export function openSecret({ keys }: Pick<Cx, 'keys'>, stored: string | null): RawCells['secret'] {
  if (stored === null) return {};
  const found = decryptField(keys, stored, rawAbout);
  return found.state === 'open' ? (JSON.parse(found.value) as RawCells['secret']) : {};
}
