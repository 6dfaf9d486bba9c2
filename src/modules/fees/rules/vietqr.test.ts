import assert from 'node:assert/strict';
import { test } from 'node:test';
import { crc16, readVietQr, vietQrText } from './vietqr.ts';

test('the check of the published test string', () => {
  assert.equal(crc16('123456789'), '29B1');
});

test('the examples that were published come out letter by letter', () => {
  // NAPAS, "VietQR format": to an account, without an amount.
  assert.equal(
    vietQrText({ bank: '970403', account: '0011012345678', amount: null, message: null }),
    '00020101021138570010A00000072701270006970403011300110123456780208QRIBFTTA53037045802VN63049E6F',
  );
  // Two that a payment gateway shows in its guide.
  assert.equal(
    vietQrText({ bank: '970422', account: 'VQRQABPAP1666', amount: 5000, message: 'Thanh toan' }),
    '00020101021238570010A000000727012700069704220113VQRQABPAP16660208QRIBFTTA5303704540450005802VN62140810Thanh toan63042C06',
  );
  assert.equal(
    vietQrText({ bank: '970422', account: 'VQRQAEJCI2814', amount: 10_000_000, message: 'Test' }),
    '00020101021238570010A000000727012700069704220113VQRQAEJCI28140208QRIBFTTA53037045408100000005802VN62080804Test6304BDC3',
  );
});

test('a code with a bill number too, as NAPAS shows it, is read', () => {
  const text =
    '00020101021238570010A00000072701270006970403011300110123456780208QRIBFTTA530370454061800005802VN62340107NPS68690819thanh toan don hang63042E2E';
  assert.deepEqual(readVietQr(text), {
    bank: '970403',
    account: '0011012345678',
    amount: 180_000,
    message: 'thanh toan don hang',
  });
});

test('what is written is read back; what was damaged is not', () => {
  const transfers = [
    { bank: '970418', account: '7', amount: 1, message: 'HP26 7K3M9Q' },
    { bank: '970405', account: 'A'.repeat(19), amount: 999_999_999_999, message: 'a'.repeat(25) },
    { bank: '970436', account: '0123456789', amount: null, message: 'x' },
  ];
  for (const transfer of transfers) {
    const text = vietQrText(transfer);
    assert.deepEqual(readVietQr(text), transfer);
    for (let at = 0; at < text.length; at++) {
      const sign = text[at] === '7' ? '8' : '7';
      assert.equal(readVietQr(text.slice(0, at) + sign + text.slice(at + 1)), null, String(at));
    }
    assert.equal(readVietQr(text.slice(0, -1)), null);
  }
  assert.equal(readVietQr(''), null);
});

test('what the code cannot hold is refused', () => {
  const good = { bank: '970418', account: '1', amount: 1000, message: 'x' };
  for (const wrong of [
    { bank: '97041' },
    { account: '' },
    { account: '1'.repeat(20) },
    { account: '12 34' },
    { amount: 0 },
    { amount: -1 },
    { amount: 1.5 },
    { message: '' },
    { message: 'hội phí' },
    { message: 'x'.repeat(26) },
  ])
    assert.throws(() => vietQrText({ ...good, ...wrong }), RangeError, JSON.stringify(wrong));
});
