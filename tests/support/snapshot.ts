import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../../src/platform/config.ts';

const rewrite = process.env.UPDATE_SNAPSHOTS === '1';

/**
 * Compares a section of `tests/personas.snapshot.txt` exactly. With UPDATE_SNAPSHOTS=1 it is written
 * anew instead: read the difference before it is kept.
 */
export function compareSection(title: string, lines: readonly string[]): void {
  const file = path.join(projectRoot, 'tests/personas.snapshot.txt');
  const sections = read(file);
  if (rewrite) {
    sections.set(title, [...lines]);
    writeFileSync(file, text(sections));
    return;
  }
  assert.deepEqual(lines, sections.get(title) ?? [], title);
}

const heading = /^== (.+) ==$/;

function read(file: string): Map<string, string[]> {
  const sections = new Map<string, string[]>();
  if (!existsSync(file)) return sections;
  let lines: string[] = [];
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    const title = heading.exec(line)?.[1];
    if (title !== undefined) {
      lines = [];
      sections.set(title, lines);
    } else if (line !== '') lines.push(line);
  }
  return sections;
}

function text(sections: ReadonlyMap<string, readonly string[]>): string {
  return [...sections].map(([title, lines]) => `== ${title} ==\n${lines.join('\n')}\n`).join('\n');
}

/** Lines of a table whose columns stand under each other. */
export function columns(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0]!.map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}
