import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RosterValues } from '../schema.ts';
import type { CellLike, RowLike } from './cell.ts';
import type { ReadColumn } from './column.ts';
import type { RosterField } from './fields.ts';
import { rosterReader, type TypedCells } from './reader.ts';
import { readRow } from './testing.ts';

const context = { today: '2026-05-12', sensitive: true };

const columnsOf = (fields: readonly RosterField[], more: Partial<ReadColumn> = {}): ReadColumn[] =>
  fields.map((field, index) => ({
    index,
    letter: String.fromCharCode(65 + index),
    title: field,
    field,
    encoding: 'nfc',
    ...more,
  }));

type Typed = string | Partial<CellLike> | undefined;

const rowOf = (cells: readonly Typed[], number = 118): RowLike => ({
  number,
  cells: cells.map((cell): CellLike | undefined => {
    if (cell === undefined || cell === '') return undefined;
    return typeof cell === 'string'
      ? { text: cell, kind: 'text' }
      : { text: '', kind: 'text', ...cell };
  }),
});

/** The values that are there, state and codes of one row under these fields. */
function read(
  fields: readonly RosterField[],
  cells: readonly Typed[],
  more: Partial<ReadColumn> = {},
) {
  const reading = readRow(rowOf(cells), columnsOf(fields, more), context);
  assert.ok(reading !== null);
  const values = Object.fromEntries(
    Object.entries(reading.values).filter(
      ([, v]) => v !== null && v !== '' && !(Array.isArray(v) && v.length === 0),
    ),
  ) as Partial<RosterValues>;
  return {
    state: reading.state,
    values,
    codes: reading.issues.map(({ path, code }) => `${path}:${code}`),
    issues: reading.issues,
  };
}

/** One value beside a name. */
function one(field: RosterField, cell: Typed) {
  const { values, codes } = read(['fullName', field], ['Lò Thị Pâng', cell]);
  return { value: (values as Record<string, unknown>)[field] ?? null, codes };
}

const ok: readonly (readonly [RosterField, Typed, unknown])[] = [
  ['phones', '0912000118', ['0912000118']],
  ['phones', '912000118', ['0912000118']],
  ['phones', { text: '912000118', kind: 'number', number: 912000118 }, ['0912000118']],
  ['phones', { text: '9,12E+08', kind: 'number', number: 912000118 }, ['0912000118']],
  ['phones', '9.12000118E+08', ['0912000118']],
  ['phones', '912000118.0', ['0912000118']],
  ['phones', '0912.000.118', ['0912000118']],
  ['phones', '+84 912 000 118', ['0912000118']],
  ['phones', '01681234567', ['0381234567']],
  ['phones', '0912000118; 0212.3852.000', ['0912000118', '02123852000']],
  ['phones', '0912000118/0987000204', ['0912000118', '0987000204']],
  ['phones', '0912 000 118 - 0987 000 204', ['0912000118', '0987000204']],
  ['phones', '0912000118, 0912 000 118', ['0912000118']],
  ['phones', 'không', null],
  ['phones', '0', null],
  ['email', 'Lo.Pang@Gmail.com', 'lo.pang@gmail.com'],
  ['email', 'mailto:a@b.vn', 'a@b.vn'],
  ['email', 'a @b.vn', 'a@b.vn'],
  ['email', 'a@gmail,com', 'a@gmail.com'],
  ['email', '-', null],
  ['gender', 'Nam', 'male'],
  ['gender', 'NỮ', 'female'],
  ['gender', 'nu', 'female'],
  ['gender', 'F', 'female'],
  ['gender', 'Ông', 'male'],
  ['gender', 'Khác', 'other'],
  ['degrees', 'Đại học', ['ĐH']],
  ['degrees', 'ĐH', ['ĐH']],
  ['degrees', 'Thạc sỹ', ['ThS']],
  ['degrees', 'PGS.TS', ['PGS', 'TS']],
  ['degrees', 'BS CKI', ['BSCKI']],
  ['degrees', 'KS; ThS', ['ThS', 'KS']],
  ['degrees', '12/12', null],
  ['degrees', 'THPT', null],
  ['kind', 'Chính thức', 'full'],
  ['kind', 'HV liên kết', 'associate'],
  ['kind', 'danh dự', 'honorary'],
  ['joined', '2010', '2010'],
  ['joined', '15/3/10', '2010-03-15'],
  ['joined', { text: '15/03/2010', kind: 'day', day: '2010-03-15', number: 40252 }, '2010-03-15'],
  ['branch', 'Chi hội  1', 'Chi hội 1'],
  ['cardNumber', { text: '00123', kind: 'text' }, '00123'],
  ['note', '=2+3', '=2+3'],
  ['note', '-', null],
  ['note', '@lopang', '@lopang'],
  ['workplace', "'Trường THCS", 'Trường THCS'],
  ['party', 'x', 'Đảng viên'],
  ['party', '03/02/1998', '03/02/1998'],
  ['party', 'Không', null],
  ['citizenId', '014168001234', '014168001234'],
  ['citizenId', '34068001234', '034068001234'],
  ['citizenId', { text: '1068001234', kind: 'number', number: 1068001234 }, '001068001234'],
  ['citizenId', '050123456', '050123456'],
];
for (const [field, cell, value] of ok) {
  test(`${field} ${JSON.stringify(cell)}`, () =>
    assert.deepEqual(one(field, cell), { value, codes: [] }));
}

const said: readonly (readonly [RosterField, Typed, unknown, string])[] = [
  ['phones', '9.12E+08', null, 'phone_scientific'],
  ['phones', '091200011', null, 'phone_length'],
  ['phones', 'hỏi con trai', null, 'phone_letters'],
  ['phones', '0912000118; 123', ['0912000118'], 'phone_length'],
  ['email', 'lò@gmail.com', null, 'email_letters'],
  ['email', 'lopang.gmail.com', null, 'email_no_at'],
  ['email', 'a@b.vn; c@d.vn', 'a@b.vn', 'email_several'],
  ['gender', 'x', null, 'gender_unknown'],
  ['degrees', 'Cán sự 3', null, 'degree_unknown'],
  ['kind', 'dự bị', null, 'kind_unknown'],
  ['joined', '31/02/2010', null, 'joined_day_not_in_month'],
  ['joined', 'lâu rồi', null, 'joined_date_unreadable'],
  ['joined', '01/01/2030', null, 'joined_date_in_future'],
  ['birthDate', 'lâu rồi', null, 'date_unreadable'],
  ['birthDate', '2020', '2020', 'age_too_young'],
  ['birthDate', '1905', '1905', 'age_too_old'],
  ['note', { text: '#REF!', kind: 'error' }, null, 'formula_error'],
  ['note', '#N/A', null, 'formula_error'],
  ['address', { text: '', kind: 'error' }, null, 'formula_error'],
  ['joined', '########', null, 'value_hidden'],
  ['job', 'x'.repeat(201), null, 'too_long'],
  ['citizenId', '12345', null, 'citizen_id_length'],
  ['citizenId', '999168001234', null, 'citizen_id_province'],
  ['citizenId', '3.4068E+10', null, 'citizen_id_letters'],
];
for (const [field, cell, value, code] of said) {
  test(`${field} ${JSON.stringify(cell)?.slice(0, 60)}: ${code}`, () => {
    assert.deepEqual(one(field, cell), { value, codes: [`${field}:${code}`] });
    assert.equal(read(['fullName', field], ['Lò Thị Pâng', cell]).state, 'review');
  });
}

test('a row without a name, with an impossible birth date, with a broken name is rejected', () => {
  const fields = ['fullName', 'birthDate', 'phones'] as const;
  const rejected = (cells: readonly Typed[]) => {
    const { state, issues } = read(fields, cells);
    return [state, issues.map(({ code, data }) => [code, data])];
  };
  assert.deepEqual(rejected(['', '1982', '0987000204']), [
    'rejected',
    [['no_name', { cell: 'A118', value: '' }]],
  ]);
  assert.deepEqual(rejected(['Lò Văn Pâng', '31/02/1975', '0912000118']), [
    'rejected',
    [
      [
        'day_not_in_month',
        { cell: 'B118', value: '31/02/1975', day: 31, month: 2, last: 28, year: 1975 },
      ],
    ],
  ]);
  assert.deepEqual(rejected([{ text: '#REF!', kind: 'error' }, '1982', '0987000204']), [
    'rejected',
    [['formula_error', { cell: 'A118', value: '#REF!' }]],
  ]);
  assert.equal(rejected(['0912000118', '1982', ''])[0], 'rejected');
  assert.equal(rejected(['Lò Văn Pâng', '01/01/2030', ''])[0], 'rejected');
});

test('what is typed in place of a cell is read instead of it', () => {
  const columns = columnsOf(['fullName', 'birthDate', 'phones']);
  const reader = rosterReader(columns, context);
  const row = rowOf(['Lò Văn Pâng', '31/02/1975', '0912000118']);
  const typed = (cells: TypedCells) => {
    const { state, values, issues } = reader.read(row, cells)!;
    return [state, values.given, values.birthDate, values.phones, issues.map(({ code }) => code)];
  };
  assert.deepEqual(typed({ birthDate: '1975' }), ['ready', 'Pâng', '1975', ['0912000118'], []]);
  assert.deepEqual(typed({ birthDate: '' }), ['ready', 'Pâng', null, ['0912000118'], []]);
  assert.deepEqual(typed({ birthDate: '1975', fullName: 'Lò Văn Ún', phones: '' }), [
    'ready',
    'Ún',
    '1975',
    [],
    [],
  ]);
  assert.deepEqual(typed({ birthDate: '32/01/1975' })[0], 'rejected');
});

test('a name of several columns', () => {
  const parts = (fields: readonly RosterField[], cells: readonly Typed[]) => {
    const { values, codes } = read(fields, cells);
    return [values.family ?? '', values.middle ?? '', values.given ?? '', codes];
  };
  assert.deepEqual(parts(['familyMiddle', 'given'], ['Nguyễn Văn', 'An']), [
    'Nguyễn',
    'Văn',
    'An',
    [],
  ]);
  assert.deepEqual(parts(['familyMiddle', 'given'], ['Nguyễn', 'Bích Ngọc']), [
    'Nguyễn',
    '',
    'Bích Ngọc',
    [],
  ]);
  assert.deepEqual(parts(['familyMiddle', 'given'], ['NGUYỄN THỊ', 'AN']), [
    'Nguyễn',
    'Thị',
    'An',
    [],
  ]);
  assert.deepEqual(parts(['familyMiddle', 'given'], ['PGS.TS. Lê Thị', 'Hoa']), [
    'Lê',
    'Thị',
    'Hoa',
    [],
  ]);
  assert.deepEqual(parts(['familyMiddle', 'given'], ['', 'Pâng']), ['', '', 'Pâng', []]);
  assert.deepEqual(parts(['familyMiddle', 'given'], ['Lê Thị Hoa', '']), [
    'Lê',
    'Thị',
    'Hoa',
    ['familyMiddle:given_missing'],
  ]);
  assert.deepEqual(parts(['given', 'familyMiddle'], ['An', 'Nguyễn Văn']), [
    'Nguyễn',
    'Văn',
    'An',
    [],
  ]);
  assert.deepEqual(parts(['family', 'middle', 'given'], ['Tôn Nữ', 'Thị', 'Ninh']), [
    'Tôn Nữ',
    'Thị',
    'Ninh',
    [],
  ]);
  assert.deepEqual(read(['familyMiddle', 'given'], ['PGS.TS. Lê Thị', 'Hoa']).values.degrees, [
    'PGS',
    'TS',
  ]);
});

test('a birth date of several columns', () => {
  const fields = ['fullName', 'birthDay', 'birthMonth', 'birthYear'] as const;
  const date = (...cells: string[]) => {
    const { values, codes } = read(fields, ['Lò Thị Pâng', ...cells]);
    return codes.length === 0 ? values.birthDate : codes;
  };
  assert.equal(date('5', '1', '1975'), '1975-01-05');
  assert.equal(date('', '1', '1975'), '1975-01');
  assert.equal(date('', '', '1975'), '1975');
  assert.equal(date('', '', ''), undefined);
  assert.deepEqual(date('31', '2', '1975'), ['birthYear:day_not_in_month']);
  assert.deepEqual(date('5', '', '1975'), ['birthYear:month_out_of_range']);
  assert.deepEqual(date('5', '1', ''), ['birthMonth:date_unreadable']);
});

test('columns of men and of women hold marks or birth dates', () => {
  const fields = ['fullName', 'male', 'female'] as const;
  const sex = (male: Typed, female: Typed) => {
    const { values, codes } = read(fields, ['Lò Pâng', male, female]);
    return [values.gender ?? null, values.birthDate ?? null, codes];
  };
  assert.deepEqual(sex('x', ''), ['male', null, []]);
  assert.deepEqual(sex('', 'x'), ['female', null, []]);
  assert.deepEqual(sex('', '1'), ['female', null, []]);
  assert.deepEqual(sex('1968', ''), ['male', '1968', []]);
  assert.deepEqual(sex('', '12/03/1968'), ['female', '1968-03-12', []]);
  assert.deepEqual(sex('', ''), [null, null, []]);
  assert.deepEqual(sex('x', 'x'), [null, null, ['gender:gender_both']]);
  assert.equal(read(['fullName', 'female'], ['Lò Pâng', 'x']).values.gender, 'female');
  // A list that marks its women has men in the other rows.
  assert.equal(read(['fullName', 'female'], ['Lò Pâng', '']).values.gender, 'male');
});

test('a form of address tells the gender where no column does', () => {
  assert.equal(read(['fullName'], ['Bà Lò Thị Pâng']).values.gender, 'female');
  assert.equal(read(['fullName', 'gender'], ['Bà Lò Thị Pâng', 'Nam']).values.gender, 'male');
});

test('parts of an address are joined, degrees of the name and of a column too', () => {
  const { values } = read(
    ['fullName', 'address', 'address', 'degrees'],
    ['TS. Lò Văn Pâng', 'Mường Bú', 'Mường La', 'Thạc sĩ Kinh tế'],
  );
  assert.equal(values.address, 'Mường Bú, Mường La');
  assert.deepEqual(values.degrees, ['TS', 'ThS']);
  assert.equal(values.field, 'Kinh tế');
});

test('a citizen ID is compared with the person; its digits stand in no issue', () => {
  const { codes, issues, values } = read(
    ['fullName', 'citizenId', 'gender', 'birthDate'],
    ['Lò Văn Pâng', '014168001234', 'Nam', '1970'],
  );
  assert.deepEqual(codes, ['citizenId:citizen_id_gender', 'citizenId:citizen_id_birth_year']);
  assert.equal(values.citizenId, '014168001234');
  assert.ok(!JSON.stringify(issues).includes('014168001234'));
  const wrong = read(['fullName', 'citizenId'], ['Lò Văn Pâng', '0141680012']);
  assert.ok(!JSON.stringify(wrong.issues).includes('0141680012'));
});

test('without the right to sensitive fields their columns are passed over', () => {
  const columns = columnsOf(['fullName', 'citizenId', 'ethnicity', 'religion', 'party']);
  const row = rowOf(['Lò Văn Pâng', '123', 'Thái', 'Không', 'x']);
  const { values, issues } = readRow(row, columns, { ...context, sensitive: false })!;
  assert.deepEqual(
    [values.citizenId, values.ethnicity, values.religion, values.party],
    [null, null, null, null],
  );
  assert.deepEqual(issues, []);
});

test('joining before birth is asked', () => {
  const { codes, values } = read(['fullName', 'birthDate', 'joined'], ['Lò Pâng', '1970', '1960']);
  assert.deepEqual([codes, values.joined], [['joined:joined_before_birth'], undefined]);
  assert.deepEqual(
    read(['fullName', 'birthDate', 'joined'], ['Lò Pâng', '1970-05-01', '1970']).codes,
    [],
  );
});

test('cells are read in the encoding of their column, of their font, run by run', () => {
  const legacy = { encoding: 'tcvn3' } as const;
  const given = (cell: Typed, more: Partial<ReadColumn> = {}) => {
    const { family, middle, given: last } = read(['fullName'], [cell], more).values;
    return [family, middle, last].filter((part) => part).join(' ');
  };
  assert.equal(given('NguyÔn V¨n §øc', legacy), 'Nguyễn Văn Đức');
  assert.equal(given('Lß V¨n ¸nh', legacy), 'Lò Văn Ánh');
  assert.equal(given('Nguyễn Văn Đức', legacy), 'Nguyễn Văn Đức');
  assert.equal(given({ text: 'NguyÔn V¨n §øc', font: '.VnTime' }), 'Nguyễn Văn Đức');
  assert.equal(given({ text: 'NguyÔn V¨n §øc', font: '.VnTimeH' }), 'Nguyễn Văn Đức');
  assert.equal(given({ text: 'Nguyễn Văn Đức', font: '.VnTime' }), 'Nguyễn Văn Đức');
  const runs = [
    { text: 'NguyÔn ', font: '.VnTime' },
    { text: 'Văn Đức', font: 'Times New Roman' },
  ];
  assert.equal(given({ text: 'NguyÔn Văn Đức', runs }), 'Nguyễn Văn Đức');
});

test('a month before the day is read so where the column is known for it', () => {
  const read_ = read(['fullName', 'birthDate'], ['Lò Pâng', '3/4/1975'], { hint: 'month-first' });
  assert.equal(read_.values.birthDate, '1975-03-04');
});

test('an e-mail of a file in VIQR, whose dots have backslashes', () => {
  assert.equal(
    read(['fullName', 'email'], ['Lò Văn A', 'a@example\\.vn']).values.email,
    'a@example.vn',
  );
});
