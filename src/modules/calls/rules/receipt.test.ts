import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isSeries, parseReceiptNumber, receiptNumber, receiptText } from './receipt.ts';

test('a receipt number has four digits or more and is read back', () => {
  assert.equal(receiptNumber('STKT8', 1), 'STKT8-0001');
  assert.equal(receiptNumber('STKT8', 9999), 'STKT8-9999');
  assert.equal(receiptNumber('TTN.SL-13', 12345), 'TTN.SL-13-12345');
  for (const [series, number] of [
    ['STKT8', 1],
    ['TTN.SL-13', 12345],
    ['A-1', 7],
  ] as const)
    assert.deepEqual(parseReceiptNumber(receiptNumber(series, number)), { series, number });
  assert.deepEqual(parseReceiptNumber(' stkt8-0042 '), { series: 'STKT8', number: 42 });
  for (const text of ['STKT8-42', 'STKT8-00042', 'STKT8-0000', 'STKT8', '-0001', 'STKT8-0042x'])
    assert.equal(parseReceiptNumber(text), null, text);
});

test('a series is of capitals and digits', () => {
  for (const good of ['STKT8', 'NV', '2026-STKT', 'A.B-C']) assert.ok(isSeries(good), good);
  for (const bad of ['', 'stkt', 'STKT 8', 'HĐ', '-A', 'A-', 'A--B', '../A', 'A'.repeat(13)])
    assert.ok(!isSeries(bad), bad);
  assert.throws(() => receiptNumber('stkt', 1), RangeError);
  assert.throws(() => receiptNumber('STKT', 0), RangeError);
  assert.throws(() => receiptNumber('STKT', 1.5), RangeError);
});

test('the signed text has everything that the receipt says, and only a real hash', () => {
  const receipt = {
    number: 'STKT8-0001',
    dossier: 'abc',
    version: 2,
    received: new Date('2026-08-31T16:59:59.999Z'),
    sha256: 'a'.repeat(64),
  };
  assert.equal(
    receiptText(receipt),
    `{"dossier":"abc","format":"lientri.receipt/1","number":"STKT8-0001","received":"2026-08-31T16:59:59.999Z","sha256":"${'a'.repeat(64)}","version":2}`,
  );
  assert.throws(() => receiptText({ ...receipt, sha256: 'A'.repeat(64) }), RangeError);
  assert.throws(() => receiptText({ ...receipt, received: new Date(Number.NaN) }), RangeError);
});
