import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { cellText, cellWords } from './messages.ts';

const rules = path.join(import.meta.dirname, '../rules');
const kernel = path.join(import.meta.dirname, '../../../kernel');

/** The codes that stand in quotes in the types of a file. */
function codesOf(file: string, type: string): string[] {
  const text = readFileSync(file, 'utf8');
  const body = text.slice(text.indexOf(`export type ${type} =`)).split(';')[0]!;
  return [...body.matchAll(/'([a-z_]+)'/g)].map((match) => match[1]!);
}

test('every code of the rules has its sentence', () => {
  const dates = codesOf(path.join(rules, 'date-parts.ts'), 'DateCode');
  const said = [
    'finish.ts',
    'name-writers.ts',
    'writers.ts',
    'contact-writers.ts',
    'text-writer.ts',
  ].flatMap((file) =>
    [
      ...readFileSync(path.join(rules, file), 'utf8').matchAll(/say\([^;]*?'([a-z]+_[a-z_]+)'/g),
    ].map((match) => match[1]!),
  );
  const codes = [
    ...dates,
    ...dates
      .filter(
        (code) =>
          !/^(year_guessed|date_about|date_guessed|date_order|date_swapped|date_swap_doubt)$/.test(
            code,
          ),
      )
      .map((code) => `joined_${code}`),
    ...said,
    ...codesOf(path.join(rules, 'odd-names.ts'), 'NameCode'),
    ...codesOf(path.join(kernel, 'email.ts'), 'EmailError'),
    ...codesOf(path.join(kernel, 'vietnamese/phones.ts'), 'PhoneError'),
    ...codesOf(path.join(kernel, 'vietnamese/citizen-id.ts'), 'CitizenIdError'),
    'citizen_id_gender',
    'citizen_id_birth_year',
    'formula_error',
    'value_hidden',
  ];
  assert.ok(codes.length > 45, String(codes.length));
  assert.deepEqual(
    codes.filter((code) => cellWords[code] === undefined),
    [],
  );
});

test('the sentence of the picture', () => {
  const data = { cell: 'C118', value: '31/02/1975', day: 31, month: 2, last: 28, year: 1975 };
  assert.equal(
    cellText({ path: 'birthDate', code: 'day_not_in_month', data }),
    'Tháng 02 không có ngày 31. Sửa ngày, hoặc chỉ giữ năm 1975.',
  );
});

test('every sentence begins with a capital or a quotation and ends', () => {
  for (const code of Object.keys(cellWords)) {
    for (const data of [{}, { value: 'x', extra: 'y', year: 1975, month: 2, day: 31 }]) {
      assert.match(cellText({ path: '', code, data }), /^[\p{Lu}“].*\.$/u, code);
    }
  }
});
