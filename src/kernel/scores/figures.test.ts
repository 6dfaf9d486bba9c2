import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import {
  calibrate,
  chancesOf,
  cutLine,
  figuresOf,
  ranked,
  sensitivityOf,
  valueBy,
} from './index.ts';
import { madeUp, shuffled } from './testing.ts';

const world = () => madeUp({ dossiers: 70, judges: 9, each: 4, seed: 'figures' });

test('what the judges gave stands beside what was made of it, for every dossier', () => {
  const { scored } = world();
  const { dossiers, calibration } = figuresOf(shuffled(scored, 'x'), { trim: 1, spread: 1500 });
  assert.equal(dossiers.length, 70);
  for (const figures of dossiers) {
    const points = scored.filter((one) => one.dossier === figures.dossier).map((one) => one.points);
    assert.equal(figures.sheets, 4);
    assert.equal(figures.trim, 1);
    assert.equal(figures.highest, Math.max(...points));
    assert.equal(figures.spread?.alarm, figures.range > 1500);
    assert.deepEqual(
      [valueBy(figures, 'mean'), valueBy(figures, 'trimmed'), valueBy(figures, 'calibrated')],
      [figures.mean, figures.trimmed, figures.calibrated],
    );
  }
  assert.ok(
    dossiers.some(({ spread }) => spread?.alarm) && dossiers.some(({ spread }) => !spread?.alarm),
  );
  assert.ok(
    dossiers.some(({ mean, calibrated, trimmed }) => mean !== calibrated && mean !== trimmed),
  );
  assert.deepEqual(
    calibration.dossiers.map(({ mean }) => mean),
    dossiers.map(({ mean }) => mean),
  );
  assert.deepEqual(figuresOf([], { trim: 1, spread: null }).dossiers, []);
});

test('the same figures to the last bit on every machine', () => {
  const { scored } = world();
  const { errorBetween, ...calibration } = calibrate(scored);
  const keys = calibration.dossiers.map(({ dossier }) => dossier);
  const beliefs = calibration.dossiers.map(({ dossier, calibrated, error }) => ({
    dossier,
    value: calibrated,
    error: error!,
  }));
  const line = cutLine(beliefs, {
    winners: 10,
    errorBetween: (a, b) => errorBetween(a, b, 'calibrated'),
  });
  const all = {
    calibration,
    errors: keys.map((key) => [
      errorBetween(key, keys[0]!, 'calibrated'),
      errorBetween(key, keys[0]!, 'mean'),
    ]),
    ranks: ranked(beliefs),
    line,
    chances: [...chancesOf(beliefs, 10)],
    without: sensitivityOf(scored, {
      by: 'calibrated',
      trim: 0,
      lines: [{ key: 'all', dossiers: keys, winners: 10 }],
    }),
  };
  // Decisions that were frozen are counted again by this code: another value here breaks them.
  assert.equal(
    createHash('sha256').update(JSON.stringify(all)).digest('hex'),
    '444f6ef2a3a728ff863747c407a8856a72cadecb7e40000e568eb7c8d2851321',
  );
});

test('only arithmetic that is the same on every machine: no functions whose last bit is free', () => {
  const sources = globSync('**/*.ts', { cwd: import.meta.dirname }).filter(
    (file) => !/test(ing)?\.ts$/.test(file),
  );
  assert.ok(sources.length > 12);
  for (const file of sources) {
    const text = readFileSync(path.join(import.meta.dirname, file), 'utf8').replace(
      /\/\/.*$/gm,
      '444f6ef2a3a728ff863747c407a8856a72cadecb7e40000e568eb7c8d2851321',
    );
    const used = [...text.matchAll(/\bMath\.(\w+)/g)].map((match) => match[1]);
    const exact = ['abs', 'floor', 'max', 'min', 'round', 'sqrt'];
    assert.deepEqual(
      used.filter((one) => !exact.includes(one!)),
      [],
      file,
    );
    assert.doesNotMatch(text, /[\w)\]] \*\* |localeCompare|Intl\.|Math\[/, file);
  }
});
