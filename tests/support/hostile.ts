/** What a program may send where a word, a number or a day is asked for; each has broken something somewhere. */
export const hostileWords: readonly string[] = [
  '',
  ' ',
  'ă'.repeat(20_000),
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' or 1=1; drop table activity; --",
  '%_\\%',
  '\u0000',
  'a\u0000b',
  '\ud800',
  '\u202eabc\u2066',
  'e\u0301\u0302\u0303'.repeat(200),
  '\u{1f4a9}',
  '../../../etc/passwd',
  '31/02/2019',
  '2019-02-31',
  '0000-00-00',
  '9999-12-31',
  '99999999-01-01',
  '-1',
  '0',
  '1e309',
  '999999999999999999999999',
  'NaN',
  'null',
  '[]',
  '{}',
  '=1+1',
  '-2147483649',
  '2,5',
];

/** The same for a value of a JSON body. */
export const hostileValues: readonly unknown[] = [
  ...hostileWords,
  null,
  true,
  -1,
  0.5,
  2 ** 53,
  1e308,
  [],
  ['a', null, { b: 1 }],
  {},
  { toString: 'x', length: 3 },
  { constructor: { prototype: { admin: true } } },
  nested(300),
  Array.from({ length: 2000 }, (_, i) => i),
];

function nested(depth: number): unknown {
  let value: unknown = 'x';
  for (let i = 0; i < depth; i += 1) value = i % 2 === 0 ? [value] : { a: value };
  return value;
}
