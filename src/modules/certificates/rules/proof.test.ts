import assert from 'node:assert/strict';
import { createHash, createPrivateKey, sign } from 'node:crypto';
import { test } from 'node:test';
import { jcs } from './jcs.ts';
import { fromBase58, multikey } from './multibase.ts';
import { type Json, proofHolds, withProof } from './proof.ts';

// What RFC 8785 shows, and the published inputs and outputs of its authors.
test('canonical JSON as RFC 8785 and its test data have it', () => {
  const table: readonly (readonly [string, string])[] = [
    [
      '{"numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001], "string": "\\u20ac$\\u000F\\u000aA\'\\u0042\\u0022\\u005c\\\\\\"\\/", "literals": [null, true, false]}',
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    ],
    ['[56, {"d": true, "10": null, "1": [ ]}]', '[56,{"1":[],"10":null,"d":true}]'],
    [
      '{"peach": "a", "péché": "b", "pêche": "c", "sin": "d"}',
      '{"peach":"a","péché":"b","pêche":"c","sin":"d"}',
    ],
    [
      '{"1": {"f": {"f": "hi","F": 5} ,"\\n": 56.0}, "10": { }, "": "empty", "a": { }, "111": [ {"e": "yes","E": "no" } ], "A": { }}',
      '{"":"empty","1":{"\\n":56,"f":{"F":5,"f":"hi"}},"10":{},"111":[{"E":"no","e":"yes"}],"A":{},"a":{}}',
    ],
    ['{"Unnormalized Unicode":"A\\u030a"}', '{"Unnormalized Unicode":"A\u030a"}'],
  ];
  for (const [input, output] of table) assert.equal(jcs(JSON.parse(input)), output);
  const weird = JSON.parse(
    '{"\\u20ac": 1, "\\r": 2, "\\u000a": 3, "1": 4, "\\u0080": 5, "\\ud83d\\ude02": 6, "\\u00f6": 7, "\\ufb33": 8, "</script>": 9}',
  ) as Json;
  assert.deepEqual(
    Object.values(
      JSON.parse(
        `[${jcs(weird)
          .replace(/"[^"]*":/g, '')
          .slice(1, -1)}]`,
      ),
    ),
    [3, 2, 4, 9, 5, 7, 1, 6, 8],
  );
});

test('numbers at the edges as RFC 8785 writes them; what JSON has no form for is refused', () => {
  const table: readonly (readonly [string, string])[] = [
    ['0000000000000000', '0'],
    ['8000000000000000', '0'],
    ['0000000000000001', '5e-324'],
    ['7fefffffffffffff', '1.7976931348623157e+308'],
    ['4340000000000000', '9007199254740992'],
    ['444b1ae4d6e2ef50', '1e+21'],
    ['3eb0c6f7a0b5ed8d', '0.000001'],
    ['41b3de4355555556', '333333333.3333334'],
    ['41b3de4355555557', '333333333.33333343'],
    ['becbf647612f3696', '-0.0000033333333333333333'],
  ];
  for (const [bits, text] of table) {
    const number = Buffer.from(bits, 'hex').readDoubleBE();
    assert.equal(jcs(number), text);
  }
  for (const wrong of [Number.NaN, Infinity, undefined, 1n, () => 1, 'a\ud800', { a: undefined }])
    assert.throws(() => jcs(wrong), RangeError);
});

// Appendix B.3 of Data Integrity EdDSA Cryptosuites v1.0.
const key = 'z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2';
const secret = 'z3u2en7t5LR2WtQH5PfFqMqwVHBeXouLzo6haApm8XHqvjxq';
const contexts = [
  'https://www.w3.org/ns/credentials/v2',
  'https://www.w3.org/ns/credentials/examples/v2',
];
const unsigned = {
  '@context': contexts,
  id: 'urn:uuid:58172aac-d8ba-11ed-83dd-0b3aef56cc33',
  type: ['VerifiableCredential', 'AlumniCredential'],
  name: 'Alumni Credential',
  description: 'A minimum viable example of an Alumni Credential.',
  issuer: 'https://vc.example/issuers/5678',
  validFrom: '2023-01-01T00:00:00Z',
  credentialSubject: { id: 'did:example:abcdefgh', alumniOf: 'The School of Examples' },
};
const published = {
  ...unsigned,
  proof: {
    type: 'DataIntegrityProof',
    cryptosuite: 'eddsa-jcs-2022',
    created: '2023-02-24T23:36:38Z',
    verificationMethod: `did:key:${key}#${key}`,
    proofPurpose: 'assertionMethod',
    '@context': contexts,
    proofValue:
      'z2HnFSSPPBzR36zdDgK8PbEHeXbR56YF24jwMpt3R1eHXQzJDMWS93FCzpvJpwTWd3GAVFuUfjoJdcnTMuVor51aX',
  },
};

test('the specification’s own test vector: its hashes, and its proof holds', () => {
  const { proofValue: _, ...config } = published.proof;
  const hash = (value: Json) => createHash('sha256').update(jcs(value)).digest('hex');
  assert.equal(hash(unsigned), '59b7cb6251b8991add1ce0bc83107e3db9dbbab5bd2c28f687db1a03abc92f19');
  assert.equal(hash(config), '66ab154f5c2890a140cb8388a22a160454f80575f6eae09e5a097cabe539a1db');
  assert.equal(proofHolds(published, key), true);
});

const signer = (seed: Uint8Array) => {
  const head = Buffer.from('302e020100300506032b657004220420', 'hex');
  const own = createPrivateKey({ key: Buffer.concat([head, seed]), format: 'der', type: 'pkcs8' });
  return (data: Uint8Array) => sign(null, data, own);
};

test('the same proof is made again, letter for letter', () => {
  // Multicodec 0x1300 as a varint, then the 32 bytes.
  const seed = fromBase58(secret)!.subarray(2);
  const { created, verificationMethod } = published.proof;
  const made = withProof(unsigned, { created, verificationMethod }, signer(seed));
  assert.equal(made.proof.proofValue, published.proof.proofValue);
  assert.equal(jcs(made), jcs(published));
});

test('one letter changed anywhere and the proof holds no more', () => {
  const text = JSON.stringify(published);
  let looked = 0;
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at] ?? '';
    if (!/[A-Za-z0-9]/.test(letter)) continue;
    const other = letter === '7' ? '8' : letter === 'q' ? 'r' : /\d/.test(letter) ? '7' : 'q';
    const changed = JSON.parse(`${text.slice(0, at)}${other}${text.slice(at + 1)}`) as Json;
    assert.equal(proofHolds(changed, key), false, `${at}: ${text.slice(at - 20, at + 20)}`);
    looked += 1;
  }
  assert.ok(looked > 700);
});

test('what is added, taken away or signed by another key does not hold', () => {
  const { proof } = published;
  assert.equal(proofHolds({ ...published, more: 1 }, key), false);
  assert.equal(proofHolds({ ...published, proof: { ...proof, nonce: 'x' } }, key), false);
  const { description: _, ...less } = published;
  assert.equal(proofHolds(less, key), false);
  assert.equal(proofHolds(unsigned, key), false);
  assert.equal(proofHolds({ ...published, proof: [proof] }, key), true);
  assert.equal(proofHolds({ ...published, proof: [proof, proof] }, key), false);
  assert.equal(proofHolds({ ...published, proof: [] }, key), false);
  assert.equal(proofHolds(published, multikey(new Uint8Array(32).fill(3))), false);
  const swapped = { ...published, '@context': [...contexts].reverse() };
  assert.equal(proofHolds(swapped, key), false);
  // Contexts that were added behind those that were signed change nothing that was signed.
  assert.equal(proofHolds({ ...published, '@context': [...contexts, 'x'] }, key), true);
});
