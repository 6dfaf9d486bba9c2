import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answerIssues } from './answers.ts';
import { stateIssues } from './dossier.ts';
import { editionIssues } from './edition.ts';
import { callsIssues } from './index.ts';
import { judgingIssues } from './judging.ts';
import { markIssues } from './marks.ts';

test('no sentence takes the place of another one', () => {
  const tables = [answerIssues, stateIssues, editionIssues, judgingIssues, markIssues];
  const codes = tables.flatMap((table) => Object.keys(table)).toSorted();
  assert.deepEqual(Object.keys(callsIssues).toSorted(), codes);
});
