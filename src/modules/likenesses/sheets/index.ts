import type { Cx } from '../../../platform/command.ts';
import { execute } from '../../../platform/command.ts';
import type {
  SheetColumn,
  SheetRow,
  SheetShape,
} from '../../../platform/documents/sheets/shape.ts';
import type { Importer, RowOutcome } from '../../../platform/records/importing.ts';
import { importText } from '../service/index.ts';
import { words } from '../vi.ts';

const { sheetColumns: header, sheetAliases: aliases, sheetHelp: help } = words;

const column = (key: keyof typeof header, more: Partial<SheetColumn> = {}): SheetColumn => ({
  key,
  header: header[key],
  aliases: aliases[key],
  type: 'text',
  ...more,
});

/** Columns of the file: one row a text. */
export const textShape: SheetShape = {
  columns: [
    column('title', { required: true, width: 40 }),
    column('authors', { width: 32, help: help.authors }),
    column('year', { type: 'integer', width: 10 }),
    column('text', { required: true, width: 100, help: help.text }),
  ],
};

/** Keeps the rows of a file called `origin` for an organisation. */
export function textImporter(organisation: string, origin: string): Importer {
  return {
    shape: textShape,
    write: (cx, row) => writeRow(cx, row, { organisation, origin: origin.slice(0, 200) }),
  };
}

async function writeRow(
  cx: Cx,
  { values }: SheetRow,
  from: { readonly organisation: string; readonly origin: string },
): Promise<RowOutcome> {
  const outcome = await execute(cx, importText, { ...values, ...from });
  if (outcome.ok) return { ok: true, value: 'added' };
  const known = outcome.issues.some(({ code }) => code === 'likeness_text_known');
  return known ? { ok: true, value: 'same' } : outcome;
}
