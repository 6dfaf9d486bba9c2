import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { componentOrder } from '../src/kernel/graph-components.ts';
import { modules } from '../src/modules.ts';
import { writesOfDoors } from './support/writers.ts';

const root = path.resolve(import.meta.dirname, '..');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
const sources = globSync('src/**/*.{ts,tsx}', { cwd: root }).sort();
/** Tests and what only they use (`testing….ts`). */
const isTest = (file: string): boolean => /\.test\.tsx?$|(^|\/)testing([^/]*\.tsx?|\/)/.test(file);
const code = sources.filter((file) => !isTest(file));

interface Import {
  readonly from: string;
  readonly to: string;
  readonly typeOnly: boolean;
}

const statement = /^\s*(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?'([^']+)'/gm;

function importsOf(file: string): Import[] {
  return [...read(file).matchAll(statement)].flatMap((match) => {
    const target = match[2]!;
    if (!target.startsWith('.')) return [];
    const to = path.relative(root, path.resolve(root, path.dirname(file), target));
    return [{ from: file, to, typeOnly: match[1] !== undefined }];
  });
}

const all = code.flatMap(importsOf);
const moduleOf = (file: string): string | null =>
  /^src\/modules\/([^/]+)\//.exec(file)?.[1] ?? null;

function broken(rule: (edge: Import) => boolean): string[] {
  return all.filter(rule).map((edge) => `${edge.from} imports ${edge.to}`);
}

test('the kernel imports only itself', () => {
  assert.deepEqual(
    broken((e) => e.from.startsWith('src/kernel/') && !e.to.startsWith('src/kernel/')),
    [],
  );
  const packages = code
    .filter((f) => f.startsWith('src/kernel/'))
    .flatMap((f) =>
      [...read(f).matchAll(/^(?:import|export)\b.*from '((?!\.)[^']+)'/gm)].map(
        (m) => `${f}: ${m[1]}`,
      ),
    );
  assert.deepEqual(
    packages.filter((p) => !p.endsWith(': node:crypto')),
    [],
  );
});

test('platform imports kernel and itself, ui imports kernel and itself', () => {
  assert.deepEqual(
    broken((e) => e.from.startsWith('src/platform/') && !/^src\/(kernel|platform)\//.test(e.to)),
    [],
  );
  assert.deepEqual(
    broken((e) => e.from.startsWith('src/ui/') && !/^src\/(kernel|ui)\//.test(e.to)),
    [],
  );
});

test('a module reaches another only by index.ts, and only an earlier one', () => {
  const order = modules.map((m) => m.name);
  const wrong = broken((e) => {
    const from = moduleOf(e.from);
    const to = moduleOf(e.to);
    if (from === null || to === null || from === to) return false;
    return e.to !== `src/modules/${to}/index.ts` || order.indexOf(to) >= order.indexOf(from);
  });
  assert.deepEqual(wrong, []);
});

/** The imports that stand in a circle: both their files are of one component. */
function circles(imports: readonly Import[]): string[] {
  const { component } = componentOrder(
    imports.map(({ from, to }) => ({ child: to, parent: from })),
  );
  return imports
    .filter(({ from, to }) => component.get(from) === component.get(to))
    .map(({ from, to }) => `${from} imports ${to}`);
}

test('no files import each other in a circle, also not for their types', () => {
  assert.deepEqual(circles(all), []);
});

test('modules do not import what stands above them', () => {
  assert.deepEqual(
    broken((e) => moduleOf(e.from) !== null && !/^src\/(kernel|platform|ui|modules)\//.test(e.to)),
    [],
  );
});

const part = (file: string): string => file.split('/').slice(3).join('/');

test('rules and words of a module are pure: only the kernel and each other', () => {
  const pure = /^(rules|vi)(\.ts$|\/)/;
  const wrong = broken(
    (e) =>
      moduleOf(e.from) !== null &&
      pure.test(part(e.from)) &&
      !e.typeOnly &&
      !e.to.startsWith('src/kernel/') &&
      !(moduleOf(e.to) === moduleOf(e.from) && pure.test(part(e.to))),
  );
  assert.deepEqual(wrong, []);
});

test('pages get their data as props: they import no queries, services or database', () => {
  const wrong = broken(
    (e) =>
      moduleOf(e.from) !== null &&
      part(e.from).startsWith('pages/') &&
      !e.typeOnly &&
      (/^(queries|service)/.test(part(e.to)) || e.to.startsWith('src/platform/database/')),
  );
  assert.deepEqual(wrong, []);
});

test('SQL is written in queries, services and their own kind of files only', () => {
  const mayHold = /^(queries|service|indicators)(\.ts$|\/)/;
  const wrong = code.filter(
    (f) =>
      moduleOf(f) !== null &&
      !mayHold.test(part(f)) &&
      /\bsql(<[^`]*>)?`/.test(withoutColumns(read(f))),
  );
  assert.deepEqual(wrong, []);
});

// `sql`a.organisation_id`` names a column for policy; it is not a statement.
function withoutColumns(text: string): string {
  return text.replace(/sql(<[^`]*>)?`[a-z_.]+`/g, '');
}

test('every module has a README, a public face and the usual names inside', () => {
  const usual =
    /^(README\.md|(index|rules|schema|policy|queries|service|api|web|jobs|sheets|indicators|vi)(\.test)?\.tsx?|(rules|schema|queries|service|api|web|jobs|sheets|indicators|vi|pages|islands|testing)\/.+|.+\.test\.tsx?)$/;
  for (const module of modules) {
    const files = globSync(`src/modules/${module.name}/**/*.{ts,tsx,md}`, { cwd: root });
    const names = files.map(part);
    assert.ok(names.includes('README.md'), `${module.name} has no README.md`);
    assert.ok(names.includes('index.ts'), `${module.name} has no index.ts`);
    assert.deepEqual(
      names.filter((n) => !usual.test(n) && !/^testing\.tsx?$/.test(n)),
      [],
      module.name,
    );
  }
});

const letters = /[àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ]/i;
const mayHoldVietnamese =
  /(^|\/)vi\.ts$|(^|\/)vi\/|^src\/demo\/|^src\/kernel\/vietnamese\/|^src\/ui\/gallery/;

test('Vietnamese words live in vi.ts, in the demo and in the kernel tables of Vietnamese', () => {
  const wrong = code.filter(
    (f) => !mayHoldVietnamese.test(f) && letters.test(withoutComments(read(f))),
  );
  assert.deepEqual(wrong, []);
});

function withoutComments(text: string): string {
  return text
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/^\s*\/\/.*$/gm, '')
    .replace(/\s\/\/ .*$/gm, '')
    .replaceAll('Liên Trí', '');
}

test('files are small', () => {
  const lengths = code
    .filter((f) => !/(^|\/)vi(\.ts$|\/)|^src\/demo\/|golden-names/.test(f))
    .map((f) => ({ f, lines: read(f).split('\n').length - 1 }));
  assert.deepEqual(
    lengths.filter((x) => x.lines > 400).map((x) => `${x.f}: ${x.lines}`),
    [],
  );
  const short = lengths.filter((x) => x.lines <= 200).length / lengths.length;
  assert.ok(short >= 0.95, `only ${(short * 100).toFixed(1)} of 100 files have at most 200 lines`);
});

test('no page carries a style or a script inside', () => {
  const wrong = code.filter(
    (f) =>
      f.endsWith('.tsx') && /\sstyle=|<script>|onclick=|dangerouslySetInnerHTML/i.test(read(f)),
  );
  assert.deepEqual(wrong, []);
});

test('merged migrations stay as they were', () => {
  const known: Record<string, string> = JSON.parse(read('db/migrations/hashes.json'));
  const files = globSync('db/migrations/*.sql', { cwd: root }).sort();
  const found = Object.fromEntries(
    files.map((f) => [path.basename(f), createHash('sha256').update(read(f)).digest('hex')]),
  );
  assert.deepEqual(found, known);
});

const door = (file: string): boolean =>
  (moduleOf(file) !== null && /^(web|api|pages|sheets)(\.tsx?$|\/)/.test(part(file))) ||
  /^src\/(cli\/[a-z-]+|(?!modules\.)[a-z]+)\.tsx?$/.test(file);

/**
 * What doors may use that writes without a command, or beside one, and why. Jobs write what the machine does at its
 * hours; sign-in, files, letters and jobs themselves stand in `platform`.
 */
const besideCommands: Readonly<Record<string, string>> = {
  'src/main.ts VisitCounter': 'counts readers, who are nobody; sums only, every few seconds',
  'src/cli/members.ts importFile': 'long: its rows are staged first, commands begin and end it',
  'src/cli/members.ts tryFile': 'the same, and nothing of it stays',
  'src/cli/members.ts exportMembers': 'notes who looked at sensitive fields, with the event of it',
  'src/modules/rosters/api/exports.ts exportMembers': 'the same over REST',
  'src/cli/sites.ts bringFromHere': 'long: what a file has is staged first, commands take it in',
  'src/modules/blinding/api/index.ts replaceBy':
    'a command, then the names that were found in the file',
  'src/modules/blinding/web/deciding.tsx replaceBy': 'the same from a form',
  'src/modules/templates/api.ts templateDeletion':
    'commands, beside which stands what the night takes away',
  'src/modules/templates/web/outline.tsx templateDeletion': 'the same from a form',
};

test('doors write through commands: what else they use that writes is named here with its reason', () => {
  assert.deepEqual(writesOfDoors(door), Object.keys(besideCommands).sort());
});
