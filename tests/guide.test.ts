import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';

// The guide says what the screen says, and shows what exists.
const root = path.resolve(import.meta.dirname, '..');
const folder = path.join(root, 'docs/huong-dan');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
const pages = globSync('docs/huong-dan/*.md', { cwd: root }).sort();
const documents = [...pages, ...globSync('*.md', { cwd: root }).sort()];

interface Found {
  readonly from: string;
  readonly alt: string;
  readonly to: string;
}

const linksOf = (from: string): Found[] =>
  [...read(from).matchAll(/(!?\[[^\]]*\])\(([^)\s]+)\)/g)].map((m) => ({
    from,
    alt: m[1]!,
    to: m[2]!,
  }));
const links = documents.flatMap(linksOf);
const pictures = links.filter((link) => link.alt.startsWith('!'));

/** The anchor of a heading, as Markdown viewers make it. */
const anchorOf = (heading: string): string =>
  heading
    .toLocaleLowerCase('vi')
    .replace(/[^\p{L}\p{N}\s-]/gu, '')
    .trim()
    .replace(/\s/g, '-');

test('every link of the guide and of the READMEs leads somewhere', () => {
  const broken = links.filter(({ from, to }) => {
    if (/^https?:/.test(to)) return false;
    const [file = '', anchor] = to.split('#');
    const target = path.join(root, path.dirname(from), file);
    if (!existsSync(target)) return true;
    if (anchor === undefined) return false;
    const headings = [...readFileSync(target, 'utf8').matchAll(/^#+ (.+)$/gm)];
    return !headings.some((m) => anchorOf(m[1]!) === anchor);
  });
  assert.deepEqual(broken, []);
});

test('every page of the guide has a picture, each said in words and light; none is left over', () => {
  for (const page of pages)
    assert.ok(
      pictures.some((p) => p.from === page),
      `${page} has no picture`,
    );
  assert.deepEqual(
    pictures.filter((p) => p.alt.length < 20),
    [],
  );
  const shown = new Set(pictures.map((p) => path.basename(p.to)));
  const files = globSync('anh/*', { cwd: folder });
  assert.deepEqual(
    files.filter((file) => !shown.has(path.basename(file))),
    [],
  );
  assert.deepEqual(
    files.filter((file) => statSync(path.join(folder, file)).size > 150 * 1024),
    [],
  );
});

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

/** The strings of a file of words, as patterns with a group for each part that is computed. */
function sayings(file: string): RegExp[] {
  const strings = read(file).matchAll(/'((?:[^'\\\n]|\\.)*)'|`((?:[^`\\]|\\.)*)`/g);
  return [...strings]
    .map((m) => (m[1] ?? m[2] ?? '').split(/\$\{(?:[^{}]|\{[^{}]*\})*\}/))
    .filter((parts) => /\p{L}/u.test(parts.join('')))
    .map((parts) => new RegExp(`^${parts.map(escaped).join('(.+)')}$`, 'u'));
}

test('what the guide sets in bold is on the screen', () => {
  const words = [...globSync('src/**/vi{.ts,/**/*.ts}', { cwd: root }), 'src/shell.tsx'].filter(
    (file) => !file.includes('gallery') && !file.includes('/cli/'),
  );
  const known = words.flatMap(sayings);
  // Kinds, fields and titles are data; they come with the migrations.
  const data = globSync('db/migrations/*.sql', { cwd: root }).map(read).join('\n');
  // A computed part is a number, a date or a word of the data, such as what one record is called.
  const onScreen = (said: string): boolean =>
    data.includes(said) ||
    known.some((pattern) =>
      pattern
        .exec(said)
        ?.slice(1)
        .every((part) => /\d/.test(part) || data.includes(part)),
    );
  const missing = pages.flatMap((page) =>
    [...read(page).matchAll(/\*\*([^*]+)\*\*/g)]
      // A question behind a button is three dots that the page adds.
      .map((m) => m[1]!.replace(/…$/, ''))
      .filter((said) => !onScreen(said) && !onScreen(`${said}…`))
      .map((said) => `${page}: ${said}`),
  );
  assert.deepEqual(missing, []);
});

test('the guide is polite without begging and calm', () => {
  const loud = pages.filter((page) =>
    /vui lòng|rất tiếc|thành công|[^![]!(?!\[)/iu.test(read(page)),
  );
  assert.deepEqual(loud, []);
});
