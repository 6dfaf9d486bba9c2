import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { encodeList, isListed, LIST_BITS } from './status-list.ts';

test('a list has 16 KB of bits, the first is the highest of the first byte', () => {
  const bytes = gunzipSync(Buffer.from(encodeList([0, 9, LIST_BITS - 1]).slice(1), 'base64url'));
  assert.equal(bytes.length, 16 * 1024);
  assert.deepEqual([bytes[0], bytes[1], bytes.at(-1)], [0x80, 0x40, 0x01]);
  assert.equal(
    bytes.reduce((sum, byte) => sum + byte, 0),
    0x80 + 0x40 + 0x01,
  );
});

test('a bit is found where it was set and nowhere else', () => {
  const encoded = encodeList([5, 77_777]);
  assert.match(encoded, /^u[\w-]+$/);
  for (const at of [5, 77_777]) assert.equal(isListed(encoded, at), true);
  for (const at of [0, 4, 6, 77_776, 77_778, LIST_BITS - 1])
    assert.equal(isListed(encoded, at), false);
  assert.ok(encoded.length < 100);
});

// The example of the specification: a list in which nothing is set.
test('the empty list of the specification is read', () => {
  const encoded = 'uH4sIAAAAAAAAA-3BMQEAAADCoPVPbQwfoAAAAAAAAAAAAAAAAAAAAIC3AYbSVKsAQAAA';
  for (const at of [0, 94_567, LIST_BITS - 1]) assert.equal(isListed(encoded, at), false);
});
