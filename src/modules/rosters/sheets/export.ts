import { formatPartialDate } from '../../../kernel/partial-date.ts';
import { joinName } from '../../../kernel/vietnamese/names.ts';
import { exportColumns, streamXlsx } from '../../../platform/documents/index.ts';
import type { MemberRow } from '../../people/index.ts';
import { sheetWords as words } from '../vi/sheets.ts';
import { type RosterSheetKey, rosterShape } from './shape.ts';

type Line = Readonly<Partial<Record<RosterSheetKey, string | null>>>;

/** A member as a line of the files that go out: what is not known is empty. */
export function exportLine({ person, membership }: MemberRow, home: string): Line {
  const away = membership !== null && membership.organisationId !== home;
  return {
    fullName: joinName(person),
    gender: person.gender === null ? null : words.genders[person.gender],
    birthDate: dateText(person.birthDate),
    phones: person.phones.join(', '),
    email: person.email,
    degrees: person.degrees.join(', '),
    field: person.field,
    workplace: person.workplace,
    job: person.job,
    address: person.address,
    association: away ? membership.organisationName : null,
    branch: membership?.branch ?? null,
    joined: dateText(membership?.joined ?? null),
    kind: membership === null ? null : words.kinds[membership.kind],
    cardNumber: membership?.cardNumber ?? null,
    note: membership?.note ?? null,
  };
}

const dateText = (date: string | null) => (date === null ? null : formatPartialDate(date));

/** The list as a workbook in the shape of the template, of any length, as a stream. */
export function exportSheet(
  rows: AsyncIterable<readonly MemberRow[]>,
  home: string,
): Promise<ReadableStream<Uint8Array>> {
  return streamXlsx({
    name: words.sheet,
    columns: exportColumns(rosterShape),
    rows: lines(rows, home),
  });
}

async function* lines(rows: AsyncIterable<readonly MemberRow[]>, home: string) {
  for await (const batch of rows) for (const row of batch) yield exportLine(row, home);
}
