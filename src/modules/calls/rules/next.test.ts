import assert from 'node:assert/strict';
import { test } from 'node:test';
import { samples } from '../vi/index.ts';
import type { EditionContent } from './content/index.ts';
import { checkEdition } from './index.ts';
import { nextEdition } from './next.ts';

const youth = samples.find(({ code }) => code === 'thanh-thieu-nien-nhi-dong')!.content;

test('windows move by as many years as an edition lasts, phases are set anew', () => {
  const two: EditionContent = {
    ...youth,
    ordinal: 8,
    years: { first: 2025, last: 2026 },
    eligibility: {
      ...youth.eligibility,
      born: { first: '2006-07-31', last: '2020-02-29' },
      made: { from: 2020, to: null },
    },
    phases: youth.phases.map((phase) => ({
      ...phase,
      opens: '2026-03-01T00:00:00',
      closes: '2026-08-31T23:59:59',
    })),
  };
  const next = nextEdition(two);
  assert.equal(next.ordinal, 9);
  assert.deepEqual(next.years, { first: 2027, last: 2028 });
  assert.deepEqual(next.eligibility.born, { first: '2008-07-31', last: '2022-02-28' });
  assert.deepEqual(next.eligibility.made, { from: 2022, to: null });
  assert.ok(next.phases.every(({ opens, closes }) => opens === null && closes === null));
  assert.deepEqual(next.form, two.form);
  assert.deepEqual(next.rubrics, two.rubrics);
  assert.deepEqual(next.voting, two.voting);
  assert.deepEqual(
    next.phases.map(({ rubric, review }) => ({ rubric, review })),
    two.phases.map(({ rubric, review }) => ({ rubric, review })),
  );
});

test('what is open stays open; the next one of a sample contradicts itself nowhere', () => {
  for (const { code, content } of samples) {
    const next = nextEdition(content);
    assert.equal(next.ordinal === null, content.ordinal === null, code);
    assert.deepEqual(checkEdition(next), [], code);
  }
});
