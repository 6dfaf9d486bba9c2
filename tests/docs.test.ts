// What docs/operations.md and docs/api.md tell to type is what the program takes.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { readTyped } from '../src/cli/command.ts';
import { commands } from '../src/cli/commands.ts';
import { modules } from '../src/modules.ts';
import { projectRoot } from '../src/platform/config.ts';
import { Api } from '../src/platform/http/api.ts';
import { openApi } from '../src/platform/http/openapi.ts';

const read = (file: string): string => readFileSync(path.join(projectRoot, file), 'utf8');
const operations = read('docs/operations.md');
const apiPage = read('docs/api.md');

/** The words of a line as a shell would take them apart; what comes after a sign of the shell is not ours. */
function words(line: string): string[] {
  const own = line.replace(/\$\([^)]*\)/g, 'x').replace(/\s+(<|&&|\|).*$/, '');
  return [...own.matchAll(/"([^"]*)"|(\S+)/g)].map((m) => m[1] ?? m[2]!);
}

const lines = [operations, apiPage, read('README.md')]
  .flatMap((text) => text.split('\n'))
  .flatMap((line) => /bin\/lientri (?!help)([a-z].*)$/.exec(line)?.[1] ?? [])
  .filter((line) => !line.includes('`'));

for (const line of lines) {
  test(`lientri ${line.slice(0, 60)}`, () => {
    const given = words(line);
    const command = commands.find((c) => line.startsWith(`${c.name} `));
    assert.ok(command, 'no such command');
    const rest = given.slice(command.name.split(' ').length);
    assert.doesNotThrow(() => readTyped(command, rest));
  });
}

test('every setting that the program reads is told, and no other', () => {
  const code = read('src/platform/config.ts') + read('src/cli/keeping.ts');
  const settings = [...code.matchAll(/env\.([A-Z_]{4,})/g)].map((m) => m[1]!);
  assert.ok(settings.length >= 10);
  for (const name of settings) assert.ok(operations.includes(`\`${name}\``), name);
  const table = operations.slice(operations.indexOf('| biến |'), operations.indexOf('## Thư mục'));
  const told = [...table.matchAll(/`([A-Z_]{4,})`/g)].map((m) => m[1]!);
  for (const name of told) assert.ok(settings.includes(name), name);
});

test('every address of the API page is one of the description', () => {
  const api = new Api();
  for (const module of modules) module.api?.(api);
  const { paths } = openApi(api, '0') as { paths: Record<string, Record<string, unknown>> };
  const known = Object.entries(paths).flatMap(([pattern, methods]) =>
    Object.keys(methods).map((method) => ({
      method: method.toUpperCase(),
      pattern: new RegExp(`^/api/v1${pattern.replace(/\{\w+\}/g, '[^/]+')}$`),
    })),
  );
  const asked = apiPage.split('\n').flatMap((line) => {
    const found = /localhost:3000(\/api\/v1\/[^\s?']*)/.exec(line)?.[1];
    return found === undefined
      ? []
      : [{ path: found, method: /-X (\w+)/.exec(line)?.[1] ?? 'GET' }];
  });
  assert.ok(asked.length >= 8);
  for (const { path: address, method } of asked)
    assert.ok(
      known.some((k) => k.method === method && k.pattern.test(address)),
      `${method} ${address}`,
    );
});
