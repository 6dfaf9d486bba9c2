import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { z } from 'zod';
import {
  choice,
  code,
  optionalChoice,
  optionalCode,
  optionalDay,
  optionalNumber,
  optionalText,
  yesNo,
} from './fields.ts';
import { issuesOf } from './issues.ts';

const optional = {
  text: optionalText(5),
  day: optionalDay(),
  number: optionalNumber(),
  choice: optionalChoice(['a', 'b']),
  code: optionalCode(),
};
const nothing = { text: null, day: null, number: null, choice: null, code: null };

const codesOf = (schema: z.ZodType, raw: unknown): string[] => {
  const read = schema.safeParse(raw);
  return read.success ? [] : issuesOf(read.error).map((found) => `${found.path} ${found.code}`);
};

describe('a field that may be left out', () => {
  const schema = z.strictObject(optional);
  test('is null when its key is missing, null or empty', () => {
    assert.deepEqual(schema.parse({}), nothing);
    for (const empty of [null, undefined, '', '  ']) {
      const raw = Object.fromEntries(Object.keys(optional).map((key) => [key, empty]));
      assert.deepEqual(schema.parse(raw), nothing);
    }
  });

  test('is read like the required one when something is there', () => {
    const raw = { text: ' x ', day: '31/12/2019', number: '1,5', choice: 'b', code: 'son-la' };
    const read = { text: 'x', day: '2019-12-31', number: 1.5, choice: 'b', code: 'son-la' };
    assert.deepEqual(schema.parse(raw), read);
    const wrong = { text: 'xxxxxx', day: '31/2/2019', number: 'x', choice: 'c', code: 'Sơn La' };
    assert.equal(codesOf(schema, wrong).length, 5);
    assert.deepEqual(codesOf(schema, { choice: 'c' }), ['choice not_in_list']);
    assert.deepEqual(codesOf(schema, { code: 'a'.repeat(61) }), ['code not_a_code']);
  });

  test('is described as such', () => {
    const described = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
    assert.deepEqual(described.required ?? [], []);
  });
});

test('a required choice and code are asked for', () => {
  const schema = z.strictObject({ choice: choice(['a', 'b']), code: code() });
  assert.deepEqual(codesOf(schema, { choice: '', code: '' }), [
    'choice choose_one',
    'code required',
  ]);
});

test('yes or no: absent is no', () => {
  const schema = z.strictObject({ yes: yesNo() });
  assert.deepEqual(
    [{}, { yes: null }, { yes: '' }, { yes: false }, { yes: true }, { yes: 'on' }].map(
      (raw) => schema.parse(raw).yes,
    ),
    [false, false, false, false, true, true],
  );
});

test('text is composed after what may not stand in it is gone', () => {
  const typed = ' Nguye\u0302\u0000\u0303n\r\nVa\u200e\u0306n ';
  assert.equal(optionalText(20).parse(typed), 'Nguyễn\nVăn');
});
