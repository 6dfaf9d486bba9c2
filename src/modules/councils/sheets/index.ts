import { issue } from '../../../kernel/issue.ts';
import { foldForSearch } from '../../../kernel/vietnamese/fold.ts';
import { type Cx, execute } from '../../../platform/command.ts';
import type { SheetRow, SheetShape } from '../../../platform/documents/sheets/shape.ts';
import { type Importer, type RowOutcome, refuseRow } from '../../../platform/records/importing.ts';
import type { Edition } from '../../calls/index.ts';
import { judgesOf } from '../queries/index.ts';
import { editJudgeInput, type Judge, proposeInput } from '../schema/index.ts';
import { editJudge, namedAs, proposeJudge } from '../service/index.ts';
import { sheetWords as words } from '../vi/sheets.ts';

type Of = Pick<Edition, 'pid' | 'id' | 'content'>;

const { columns } = words;

/** Judges as a row each; keys are those of the form. */
export const judgeShape: SheetShape = {
  columns: [
    { key: 'name', ...columns.name, type: 'text', required: true, width: 32 },
    { key: 'title', ...columns.title, type: 'text', width: 16 },
    { key: 'unit', ...columns.unit, type: 'text', width: 40 },
    { key: 'email', ...columns.email, type: 'text', width: 32 },
    { key: 'phone', ...columns.phone, type: 'text', width: 18 },
    { key: 'expertise', ...columns.expertise, type: 'text', width: 40 },
    { key: 'max_load', ...columns.maxLoad, type: 'integer', width: 14 },
  ],
};

/** Puts judges on the list of an edition, and changes those who are there: by the e-mail, else by name and unit. */
export const judgeImporter = (edition: Of): Importer => ({
  shape: judgeShape,
  write: (cx, row) => writeJudge(cx, row, edition),
});

type Sent = Readonly<Record<string, unknown>>;

async function writeJudge(cx: Cx, row: SheetRow, edition: Of): Promise<RowOutcome> {
  const fields = fieldsIn(row, edition);
  if ('unknown' in fields)
    return refuseRow(issue('expertise', 'judge_sheet_field', { typed: fields.unknown }));
  // A column that is not in the file says nothing.
  const sent: Sent = Object.fromEntries(
    judgeShape.columns
      .filter(({ key }) => row.cells[key] !== undefined)
      .map(({ key }) => [key, key === 'expertise' ? fields.codes : (row.values[key] ?? null)]),
  );
  const known = await knownAs(cx, edition.id, sent);
  if (known === null) {
    const outcome = await execute(cx, proposeJudge, { edition: edition.pid, ...filled(sent) });
    return outcome.ok ? { ok: true, value: 'added' } : outcome;
  }
  const raw = { pid: known.pid, version: known.version, ...sent };
  if (unchanged(known, raw)) return { ok: true, value: 'same' };
  const outcome = await execute(cx, editJudge, raw);
  return outcome.ok ? { ok: true, value: 'changed' } : outcome;
}

const filled = (sent: Sent): Sent =>
  Object.fromEntries(Object.entries(sent).filter(([, value]) => value !== null));

/** 'Cơ khí; Công nghệ thông tin' by names or codes; empty: any field. */
function fieldsIn(
  { values }: SheetRow,
  { content }: Of,
): { readonly codes: string[] } | { readonly unknown: string } {
  const typed = String(values.expertise ?? '')
    .split(/[;\n]/)
    .map((one) => one.trim())
    .filter((one) => one !== '');
  const codes: string[] = [];
  for (const one of typed) {
    const folded = foldForSearch(one);
    const found = content.fields.find(
      ({ code, name }) => code === one || foldForSearch(name) === folded,
    );
    if (found === undefined) return { unknown: one };
    codes.push(found.code);
  }
  return { codes };
}

async function knownAs(cx: Cx, editionId: string, sent: Sent): Promise<Judge | null> {
  const read = proposeInput.safeParse({ edition: 'x', ...filled(sent) });
  if (!read.success) return null;
  const { email, unit } = read.data;
  const judges = await judgesOf(cx, editionId);
  if (email !== null) {
    const same = judges.find((one) => one.email === email);
    if (same !== undefined) return same;
  }
  const key = (name: string, at: string | null) => foldForSearch(`${name} ${at ?? ''}`);
  const own = key(namedAs(read.data.name ?? '').name, unit);
  const alike = judges.filter(
    (one) => key(one.name, one.unit) === own && (email === null || one.email === null),
  );
  return alike.length === 1 ? alike[0]! : null;
}

function unchanged(judge: Judge, raw: Sent): boolean {
  const read = editJudgeInput.safeParse(raw);
  if (!read.success) return false;
  const { name, title, unit, email, phone, expertise, max_load } = read.data;
  const named = namedAs(name ?? judge.name);
  const pairs: readonly (readonly [unknown, unknown])[] = [
    [judge.name, named.name],
    [judge.title, title ?? named.title ?? (title === null ? null : judge.title)],
    [judge.unit, unit],
    [judge.email, email],
    [judge.phone, phone],
    [judge.expertise.join(), expertise?.join()],
    [judge.maxLoad, max_load],
  ];
  return pairs.every(([old, now]) => now === undefined || old === now);
}
