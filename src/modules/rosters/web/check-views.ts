import { formatPartialDate } from '../../../kernel/partial-date.ts';
import { joinName } from '../../../kernel/vietnamese/names.ts';
import type { Term } from '../../../ui/index.ts';
import { formatCount } from '../../../ui/index.ts';
import { evidenceWords } from '../../people/index.ts';
import type { RosterColumn, RosterField } from '../../spreadsheets/index.ts';
import type { PairCard, ProblemRow } from '../pages/check.tsx';
import type { Alike, OpenPair, Spoken } from '../queries/looking.ts';
import type { RosterImport } from '../schema.ts';
import { rowText } from '../service/words.ts';
import { wizardWords as words } from '../vi/wizard.ts';

const shownIn: Readonly<Partial<Record<RosterField, ProblemRow['marks'][number]>>> = {
  fullName: 'name',
  familyMiddle: 'name',
  family: 'name',
  middle: 'name',
  given: 'name',
  birthDate: 'birth',
  birthDay: 'birth',
  birthMonth: 'birth',
  birthYear: 'birth',
  workplace: 'unit',
  branch: 'unit',
  association: 'unit',
  phones: 'phone',
};

/** A row in question as the page shows it: as it was typed where the value could not be read. */
export function problemRow(of: RosterImport, row: Spoken): ProblemRow {
  const columns = of.sheets.find((sheet) => sheet.index === row.sheet)?.columns ?? [];
  const typed = (fields: readonly RosterField[]) => cellsOf(columns, row.raw, fields);
  const bad = row.state === 'rejected';
  const marks = row.issues.flatMap((one) => shownIn[one.path as RosterField] ?? []);
  const birth = row.birthDate === null ? '' : formatPartialDate(row.birthDate);
  return {
    rowNumber: formatCount(row.rowNumber),
    name: joinName(row) || typed(['fullName', 'familyMiddle', 'family', 'middle', 'given']),
    birth: birth || typed(['birthDate', 'birthDay', 'birthMonth', 'birthYear']),
    unit: row.workplace ?? row.branch ?? typed(['workplace', 'branch', 'association']),
    phone: row.phones.join(', ') || typed(['phones']),
    bad,
    marks: [...new Set(marks)],
    messages: row.issues.map((one) => ({
      cell: String(one.data?.cell ?? ''),
      text: rowText(one),
      fix: yearFix(row.line, one.path, one.data?.year),
    })),
    skip: bad ? { dong: row.line, 'bo-qua': '1' } : null,
  };
}

function cellsOf(
  columns: readonly RosterColumn[],
  raw: readonly string[],
  fields: readonly RosterField[],
): string {
  return columns
    .filter((column) => fields.includes(column.field))
    .map((column) => raw[column.index] ?? '')
    .filter((text) => text !== '')
    .join(' ');
}

function yearFix(line: number, path: string, year: unknown) {
  if (path !== 'birthDate' || typeof year !== 'number' || year === 0) return undefined;
  const hidden = { dong: line, muc: 'birthDate', gia: String(year) };
  return { label: words.keepYear(String(year)), hidden };
}

/** A pair that waits, both sides beside each other. */
export function pairCard(pair: OpenPair, place: number, total: number): PairCard {
  return {
    place: formatCount(place),
    total: formatCount(total),
    score: Math.min(100, pair.score),
    evidence: pair.evidence.map(({ code, points }) => ({
      points,
      text: evidenceWords[code] ?? code,
    })),
    left: sideOf(pair.row),
    right: sideOf(pair.other),
    hidden: { dong: pair.line, nguoi: pair.person, 'dong-kia': pair.otherLine },
  };
}

function sideOf(one: Alike): PairCard['left'] {
  const terms: Term[] = [
    {
      term: words.birth,
      value: one.birthDate === null ? words.empty : formatPartialDate(one.birthDate),
    },
    {
      term: words.unit,
      value: [one.workplace, one.branch].filter(Boolean).join(', ') || words.empty,
    },
    { term: words.phone, value: one.phones.join(', ') || words.empty },
    ...(one.email === null ? [] : [{ term: words.fields.email ?? '', value: one.email }]),
    ...(one.cardNumber === null
      ? []
      : [{ term: words.fields.cardNumber ?? '', value: one.cardNumber }]),
  ];
  const kicker = one.rowNumber === null ? words.inRoster : words.inFile(formatCount(one.rowNumber));
  return { kicker, name: joinName(one), terms };
}
