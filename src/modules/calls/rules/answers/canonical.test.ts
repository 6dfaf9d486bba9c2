import assert from 'node:assert/strict';
import { test } from 'node:test';
import { canonicalText, type FrozenVersion, frozenText } from './canonical.ts';

test('one text whatever the order of names and the form of Unicode', () => {
  const a = { b: 1, a: 'Nguyễn'.normalize('NFD'), c: [1, { y: null, x: true }] };
  const b = { c: [1, { x: true, y: null }], a: 'Nguyễn', b: 1.0, d: undefined };
  assert.equal(canonicalText(a), '{"a":"Nguyễn","b":1,"c":[1,{"x":true,"y":null}]}');
  assert.equal(canonicalText(b), canonicalText(a));
  assert.notEqual(canonicalText({ a: [1, 2] }), canonicalText({ a: [2, 1] }));
  assert.equal(canonicalText('a"\n\u2028'), '"a\\"\\n\u2028"');
  assert.equal(canonicalText([-0, 1e21, 0.1]), '[0,1e+21,0.1]');
});

test('what JSON has no form for is refused rather than written like something else', () => {
  for (const value of [Number.NaN, Infinity, 1n, () => 1, 'a\ud800'] as unknown[])
    assert.throws(() => canonicalText(value), RangeError);
  assert.throws(() => canonicalText({ é: 1, ['é'.normalize('NFD')]: 2 }), RangeError);
});

const version: FrozenVersion = {
  edition: 'e1',
  dossier: 'd1',
  content: 3,
  number: 1,
  field: 'y-duoc',
  entrant: 'group',
  answers: { ten: 'Máy đo', so: 2 },
  files: [
    { field: 'b', name: '2.png', type: 'png', size: 2, sha256: 'BB' },
    { field: 'a', name: '1.png', type: 'png', size: 1, sha256: 'aa' },
  ],
};

test('a frozen version: files in an order of their own, by their hashes', () => {
  const text = frozenText(version);
  assert.equal(
    text,
    '{"answers":{"so":2,"ten":"Máy đo"},"content":3,"dossier":"d1","edition":"e1","entrant":"group","field":"y-duoc","files":[{"field":"a","name":"1.png","sha256":"aa","size":1},{"field":"b","name":"2.png","sha256":"bb","size":2}],"format":"lientri.dossier/1","number":1}',
  );
  assert.equal(frozenText({ ...version, files: version.files.toReversed() }), text);
});

test('every part of a version changes its text', () => {
  const text = frozenText(version);
  const others: readonly Partial<FrozenVersion>[] = [
    { edition: 'e2' },
    { dossier: 'd2' },
    { content: 4 },
    { number: 2 },
    { field: null },
    { entrant: 'individual' },
    { answers: { ten: 'Máy đo', so: 3 } },
    { answers: { ten: 'Máy đo' } },
    { files: version.files.slice(1) },
    { files: version.files.map((file) => ({ ...file, sha256: 'cc' })) },
    { files: version.files.map((file) => ({ ...file, name: `x${file.name}` })) },
  ];
  for (const other of others) assert.notEqual(frozenText({ ...version, ...other }), text);
});
