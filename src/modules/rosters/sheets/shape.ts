import type { SheetColumn, SheetShape } from '../../../platform/documents/index.ts';
import { sheetWords as words } from '../vi/sheets.ts';

/** A column of the files that go out; its header is read back by the same rules as any other. */
export type RosterSheetKey = keyof typeof words.columns;

const widths: Partial<Record<RosterSheetKey, number>> = {
  gender: 10,
  birthDate: 13,
  phones: 16,
  degrees: 14,
  joined: 13,
  kind: 14,
  cardNumber: 14,
};

const options: Partial<Record<RosterSheetKey, Readonly<Record<string, string>>>> = {
  gender: words.genders,
  kind: words.kinds,
};

/** The columns of the template and of exports, in order. Dates are text: a year alone must stay one. */
export const rosterShape: SheetShape = {
  columns: (Object.keys(words.columns) as RosterSheetKey[]).map((key): SheetColumn => {
    const { header, help } = words.columns[key];
    const names = options[key];
    return {
      key,
      header,
      type: 'text',
      required: key === 'fullName',
      ...(help === '' ? {} : { help }),
      width: widths[key] ?? 28,
      ...(names === undefined
        ? {}
        : { options: Object.entries(names).map(([value, label]) => ({ value, label })) }),
    };
  }),
};
