// Which functions write to the database without a command, found in the sources: a declaration writes when it holds
// a statement that does, or uses one that writes. A command writes under its own rights and is the end of that way.
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');
const isTest = /\.test\.tsx?$|(^|\/)testing([^/]*\.tsx?|\/)/;
const place = String.raw`(?:\$\{[^}]+\}|[a-z_.]+)`;
const statement = new RegExp(
  String.raw`\binsert into ${place}|\bdelete from ${place}|\bupdate (?:only )?${place}(?: as)?(?: \w+)? set\b`,
);
const declaration = /^(?:export )?(?:default )?(?:async )?(?:function\*?|const|let|class) (\w+)/;
/** Makers of commands; what else holds one of them makes commands too. What they make is run by `execute`. */
const makesCommands = /\b(?:command|deletion|attachments)(?:<[^(]*>)?\(/;
const made = /^(?:export )?const \w+(?::[^=]+)? =\s*(\w+)/;

interface Declared {
  readonly file: string;
  readonly name: string;
  readonly text: string;
}

const withoutComments = (text: string): string =>
  text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/ .*$/gm, '$1');

const sources = new Map<string, string>();
function sourceOf(file: string): string {
  const known = sources.get(file) ?? withoutComments(readFileSync(path.join(root, file), 'utf8'));
  sources.set(file, known);
  return known;
}

/** The declarations of a file at its outermost level. */
function declaredIn(file: string): Declared[] {
  const parts: { name: string; lines: string[] }[] = [];
  for (const line of sourceOf(file).split('\n')) {
    const name = declaration.exec(line)?.[1];
    if (name !== undefined) parts.push({ name, lines: [line] });
    else parts.at(-1)?.lines.push(line);
  }
  return parts.map(({ name, lines }) => ({ file, name, text: lines.join('\n') }));
}

/** Where the names of a file are declared, of itself and of what it imports: files with their names, by the name here. */
function knownIn(file: string, exported: ReadonlyMap<string, readonly string[]>) {
  const found = new Map<string, readonly string[]>();
  for (const { name } of declaredIn(file)) found.set(name, [`${file} ${name}`]);
  for (const [, names, from] of sourceOf(file).matchAll(/import \{([^}]*)\} from '(\.[^']+)'/g)) {
    const to = path.relative(root, path.resolve(root, path.dirname(file), from!));
    for (const one of names!.split(',').map((part) => part.trim())) {
      if (one === '' || one.startsWith('type ')) continue;
      const [theirs, here = theirs] = one.split(' as ');
      found.set(here!, declaredAt(to, theirs!, exported));
    }
  }
  return found;
}

/** An index gives names on of the files beside and below it, some under another name. */
function declaredAt(
  file: string,
  name: string,
  exported: ReadonlyMap<string, readonly string[]>,
): readonly string[] {
  if (path.basename(file) !== 'index.ts') return [`${file} ${name}`];
  const inner = new RegExp(`\\b(\\w+) as ${name}\\b`).exec(sourceOf(file))?.[1] ?? name;
  const below = `${path.dirname(file)}/`;
  return (exported.get(inner) ?? [])
    .filter((one) => one.startsWith(below))
    .map((one) => `${one} ${inner}`);
}

/** What doors use of modules that writes without a command: 'file name', and a statement of their own: 'file (statement)'. */
export function writesOfDoors(isDoor: (file: string) => boolean): string[] {
  const files = globSync('src/**/*.{ts,tsx}', { cwd: root })
    .filter((file) => !isTest.test(file))
    .sort();
  const all = files.flatMap(declaredIn);
  const exported = Map.groupBy(
    all.filter(({ text }) => text.startsWith('export ')),
    ({ name }) => name,
  );
  const filesOf = new Map(
    [...exported].map(([name, ones]) => [name, ones.map(({ file }) => file)]),
  );
  const known = new Map(files.map((file) => [file, knownIn(file, filesOf)]));
  const words = new Map(all.map((one) => [one, new Set(one.text.match(/\b[A-Za-z_]\w*\b/g))]));
  const writing = new Set<string>();
  const used = (one: Declared): string[] =>
    [...words.get(one)!].filter(
      (word) =>
        word !== one.name &&
        known
          .get(one.file)!
          .get(word)
          ?.some((place) => writing.has(place)),
    );
  const makers = new Set(
    all.filter(({ text }) => makesCommands.test(text)).map((one) => `${one.file} ${one.name}`),
  );
  const isCommand = (one: Declared): boolean => {
    if (makers.has(`${one.file} ${one.name}`)) return true;
    const maker = made.exec(one.text)?.[1];
    return (
      known
        .get(one.file)!
        .get(maker ?? '')
        ?.some((place) => makers.has(place)) ?? false
    );
  };
  const inside = all.filter(
    (one) => one.file.startsWith('src/modules/') && !isDoor(one.file) && !isCommand(one),
  );
  for (let before = -1; before < writing.size; ) {
    before = writing.size;
    for (const one of inside)
      if (statement.test(one.text) || used(one).length > 0) writing.add(`${one.file} ${one.name}`);
  }
  const found = all
    .filter(({ file }) => isDoor(file))
    .flatMap((one) => [
      ...used(one).map((word) => `${one.file} ${word}`),
      ...(statement.test(one.text) ? [`${one.file} (statement)`] : []),
    ]);
  return [...new Set(found)].sort();
}
