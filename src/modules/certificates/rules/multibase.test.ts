import assert from 'node:assert/strict';
import { test } from 'node:test';
import { base58, fromBase58, fromMultikey, multikey } from './multibase.ts';

test('base58 with its leading zeros, both ways', () => {
  const table: readonly (readonly [string, string])[] = [
    ['', 'z'],
    ['00', 'z1'],
    ['0000', 'z11'],
    ['61', 'z2g'],
    ['626262', 'za3gV'],
    ['516b6fcd0f', 'zABnLTmg'],
    ['00eb15231dfceb60925886b67d065299925915aeb172c06647', 'z1NS17iag9jJgTHD1VXjvLCEnZuQ3rJDE9L'],
    ['00000000000000000000', 'z1111111111'],
  ];
  for (const [hex, text] of table) {
    assert.equal(base58(Buffer.from(hex, 'hex')), text);
    assert.equal(Buffer.from(fromBase58(text) ?? [1]).toString('hex'), hex);
  }
  for (const wrong of ['', '2g', 'z0', 'zl', 'zO', 'u61', 'z a'])
    assert.equal(fromBase58(wrong), null);
});

test('a public key is a Multikey that begins with z6Mk', () => {
  const key = Uint8Array.from({ length: 32 }, (_, at) => at);
  const text = multikey(key);
  assert.match(text, /^z6Mk/);
  assert.deepEqual(fromMultikey(text), key);
  assert.equal(fromMultikey(base58(key)), null);
  assert.equal(fromMultikey('z6MkNotAKey'), null);
});
