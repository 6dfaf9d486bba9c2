import assert from 'node:assert/strict';
import { generateKeyPairSync, sign } from 'node:crypto';
import { describe, test } from 'node:test';
import { crc32 } from 'node:zlib';
import { canonicalText } from '../../calls/index.ts';
import type { BundleContent } from './content.ts';
import { fingerprintOf, openBundle, readZip, writeBundle, writeZip } from './index.ts';

const pair = generateKeyPairSync('ed25519');
const pem = pair.publicKey.export({ format: 'pem', type: 'spki' }).toString();
const keys = [{ id: '0a1b2c3d', pem }];
const signer =
  (keyId = '0a1b2c3d') =>
  (text: string) => ({
    keyId,
    signature: sign(null, Buffer.from(text), pair.privateKey).toString('base64url'),
  });

/** Parts of any shape: here only the wrapping is looked at. */
const content = {
  keys,
  edition: { pid: 'e', code: 'stkt', organisation: { code: 'sonla', name: 'Sơn La' } },
  councils: [{ pid: 'c', name: 'Hội đồng' }],
  dossiers: [],
  assignments: { runs: [], assignments: [] },
  sheets: [{ frozen: '{"a":"Ngọc Quỳnh, Ẵm, Ổ"}' }],
  votes: [],
  ballots: [],
  results: [],
  allocation: { phase: 'cham' },
  minutes: [],
} as unknown as BundleContent;

const bundle = writeBundle(content, canonicalText, signer());
const codes = (bytes: Buffer, trusted: string | null = null): string[] => {
  const opened = openBundle(bytes, canonicalText, trusted);
  return opened.ok ? [] : opened.faults.map(({ code, part }) => `${code} ${part ?? ''}`.trim());
};

describe('a bundle', () => {
  test('opens as it was written, and is the same whenever it is written', () => {
    const opened = openBundle(bundle, canonicalText);
    assert.ok(opened.ok);
    assert.deepEqual(opened.bundle.parts.sheets, content.sheets);
    assert.equal(opened.bundle.fingerprint, fingerprintOf(pem));
    assert.ok(writeBundle(structuredClone(content), canonicalText, signer()).equals(bundle));
  });

  test('no byte may be another one', () => {
    for (let at = 0; at < bundle.length; at += 1)
      for (const bit of [0x01, 0x20, 0x80]) {
        const changed = Buffer.from(bundle);
        changed[at] = changed[at]! ^ bit;
        assert.notDeepEqual(codes(changed), [], `byte ${at}, bit ${bit}`);
      }
  });

  test('nothing may be cut off, put behind, before or between', () => {
    for (let size = 0; size < bundle.length; size += 7)
      assert.notDeepEqual(codes(bundle.subarray(0, size)), [], `${size} bytes`);
    const zero = Buffer.from([0]);
    assert.deepEqual(codes(Buffer.concat([bundle, zero])), ['foreign']);
    assert.deepEqual(codes(Buffer.concat([zero, bundle])), ['foreign']);
    const half = bundle.length >> 1;
    const torn = Buffer.concat([bundle.subarray(0, half), zero, bundle.subarray(half)]);
    assert.notDeepEqual(codes(torn), []);
  });

  test('a comment, an extra file, another order or a file twice is refused', () => {
    const commented = Buffer.concat([bundle, Buffer.from('x')]);
    commented.writeUInt16LE(1, bundle.length - 2);
    assert.deepEqual(codes(commented), ['foreign']);
    const entries = readZip(bundle)!;
    const extra = { name: 'more.json', bytes: Buffer.from('{}') };
    assert.deepEqual(codes(writeZip([...entries, extra])), ['files']);
    assert.deepEqual(codes(writeZip([entries[1]!, entries[0]!, ...entries.slice(2)])), ['files']);
    assert.deepEqual(codes(writeZip([...entries, entries[2]!])), ['files']);
    assert.deepEqual(codes(writeZip(entries.slice(0, -1))), ['files']);
  });

  const withPart = (name: string, text: string): Buffer =>
    writeZip(
      readZip(bundle)!.map((one) => (one.name === name ? { name, bytes: Buffer.from(text) } : one)),
    );

  test('a part that was written anew, whole and well formed, is told by name', () => {
    assert.deepEqual(codes(withPart('votes.json', '[{"votes":9}]')), ['part_hash votes.json']);
    assert.deepEqual(codes(withPart('keys.json', '[]')), ['part_hash keys.json']);
    assert.deepEqual(codes(withPart('signature.json', '{}')), ['signature signature.json']);
    assert.deepEqual(codes(withPart('manifest.json', '{}')), ['manifest manifest.json']);
  });

  test('a signature is of one spelling, of a key that is there, of this manifest', () => {
    const { signature } = signer()('another text');
    const other = canonicalText({ keyId: '0a1b2c3d', signature });
    assert.deepEqual(codes(withPart('signature.json', other)), ['signature_wrong signature.json']);
    const unknown = writeBundle(content, canonicalText, signer('ffffffff'));
    assert.deepEqual(codes(unknown), ['key_unknown signature.json']);
    const own = JSON.parse(readZip(bundle)![1]!.bytes.toString()) as { signature: string };
    // The last of the 86 letters carries two bits that no byte has.
    for (const letter of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_') {
      const spelled = `${own.signature.slice(0, -1)}${letter}`;
      const text = canonicalText({ keyId: '0a1b2c3d', signature: spelled });
      assert.equal(codes(withPart('signature.json', text)).length === 0, spelled === own.signature);
    }
  });

  test('somebody else may sign a bundle of their own: the key that is trusted tells', () => {
    assert.deepEqual(codes(bundle, fingerprintOf(pem)), []);
    assert.deepEqual(codes(bundle, 'ab'.repeat(32)), ['other_key']);
  });

  test('a part in another spelling of JSON is refused although it is signed', () => {
    const spelled = writeBundle(
      content,
      (value) => (value === content.votes ? '[ ]' : canonicalText(value)),
      signer(),
    );
    assert.deepEqual(codes(spelled), ['form votes.json']);
  });

  test('the archive is one that others can open', () => {
    const end = bundle.length - 22;
    assert.equal(bundle.readUInt32LE(end), 0x06054b50);
    const first = bundle.readUInt32LE(end + 16);
    assert.equal(bundle.readUInt32LE(first), 0x02014b50);
    const [manifest] = readZip(bundle)!;
    assert.equal(bundle.readUInt32LE(14), crc32(manifest!.bytes));
  });
});
