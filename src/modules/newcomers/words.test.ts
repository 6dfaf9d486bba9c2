import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { problemText, unreadableText } from './service/words.ts';
import { importIssues, problemWords, unreadableWords } from './vi/index.ts';

const here = import.meta.dirname;
const texts = (patterns: readonly string[]): string[] =>
  patterns
    .flatMap((pattern) => globSync(pattern, { cwd: here }))
    .filter((file) => !/\.test\.ts$|testing/.test(file))
    .map((file) => readFileSync(path.join(here, file), 'utf8'));
const sources = texts(['rules/**/*.ts', 'service/**/*.ts', 'web/**/*.ts*', '*.ts']);

const named = (pattern: RegExp, files = sources): string[] => [
  ...new Set(files.flatMap((text) => [...text.matchAll(pattern)].map((match) => match[1]!))),
];

const problems = [
  ...named(/\.add\(\s*'([a-z_]+)'/g),
  ...named(/\?\.add\(\s*'([a-z_]+)'/g),
  ...named(/'(\w+_here)'/g),
  ...named(/'(kept_[a-z]+|entry_[a-z_]+)'/g),
  ...['draft', 'private', 'protected', 'archived'].map((state) => `kept_${state}`),
  ...named(/^\s*\| '([a-z_]+)'/gm, [
    readFileSync(path.join(here, '../../kernel/prose/html/context.ts'), 'utf8'),
  ]),
  ...named(/lost \? '(\w+)'/g),
  ...named(/: '(link_\w+)'/g),
];

test('every problem has words that say what it is, with its number', () => {
  assert.ok(problems.length > 40, String(problems.length));
  assert.deepEqual(
    problems.filter((code) => problemWords[code] === undefined),
    [],
  );
  for (const code of Object.keys(problemWords)) {
    assert.ok(problems.includes(code), `${code} is told by nobody`);
    const data = {
      name: 'x',
      type: 'x',
      title: 'x',
      example: 'Bài này',
      most: 5,
      left: 5,
      article: '7',
    };
    const text = problemText({ code, count: 1234, data });
    assert.match(text, /[.?]$/, code);
    assert.doesNotMatch(text, /undefined|NaN|\[object/, code);
    assert.doesNotMatch(problemText({ code, count: 2, data: {} }), /\[object/, code);
  }
});

test('why a module refused something is said in its words', () => {
  const text = problemText({ code: 'file_refused', count: 2, data: { why: 'picture_svg' } });
  assert.match(text, /^2 tệp không đưa được vào thư viện\. Tệp SVG/);
});

test('every reason why a file cannot be read has words', () => {
  const codes = named(/new Unreadable\('([a-z_]+)'/g);
  assert.ok(codes.length >= 15, codes.join());
  assert.deepEqual(
    codes.filter((code) => unreadableWords[code] === undefined),
    [],
  );
  for (const code of Object.keys(unreadableWords)) {
    assert.ok(codes.includes(code), `${code} is told by nobody`);
    assert.match(unreadableText(code, { most: 40_000_000 }), /\.$/, code);
  }
});

test('every issue of the office has words', () => {
  for (const code of named(/issue\('[a-z]*', '([a-z_]+)'/g))
    assert.ok(importIssues[code] ?? importIssues[`organisation.${code}`], `${code} has no words`);
});
