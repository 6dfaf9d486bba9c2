import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkEdition, fieldMeaning, missingForOpening, prizeBudget } from '../../rules/index.ts';
import { editionContent } from '../../schema/index.ts';
import { sampleLabel, samples } from './index.ts';

const named = (code: string) => samples.find((one) => one.code === code)!.content;

test('each sample contradicts itself nowhere and is what the schema reads', () => {
  for (const { code, content } of samples) {
    assert.deepEqual(checkEdition(content), [], code);
    assert.deepEqual(editionContent.parse(JSON.parse(JSON.stringify(content))), content, code);
  }
});

test('each says that it is a sample, and opens only once its days are set', () => {
  for (const { label, note, content } of samples) {
    assert.equal(label, sampleLabel);
    assert.ok(content.name.startsWith(`${sampleLabel}: `));
    assert.match(note, /Thay/);
    const missing = missingForOpening(content).map(({ code }) => code);
    assert.deepEqual(new Set(missing), new Set(['phase_unset', 'entry_without_end']));
  }
});

test('the four kinds, with the fields that they have', () => {
  assert.deepEqual(
    samples.map(({ content }) => [content.kind, content.fields.length]),
    [
      ['technical_contest', 6],
      ['youth_contest', 5],
      ['honour', 0],
      ['selection', 0],
    ],
  );
  for (const { content } of samples)
    for (const means of ['title', 'authors', 'summary'] as const)
      assert.ok(fieldMeaning(content.form, means) !== null, `${content.name} ${means}`);
});

test('the prizes of the samples cost what they say', () => {
  // 6 × (1 × 40 + 2 × 32 + 4 × 24 + 8 × 8) and 16 + 3 × 12 + 6 × 8 + 10 × 6,4 + 15 × 4 million.
  assert.equal(prizeBudget(named('sang-tao-ky-thuat')), 1_584_000_000);
  assert.equal(prizeBudget(named('thanh-thieu-nien-nhi-dong')), 224_000_000);
  assert.equal(prizeBudget(named('ton-vinh-tri-thuc')), 0);
  const youth = named('thanh-thieu-nien-nhi-dong');
  const open = { ...youth.prizes.prizes[1]!, quota: null };
  assert.equal(prizeBudget({ ...youth, prizes: { per: 'overall', prizes: [open] } }), null);
});
