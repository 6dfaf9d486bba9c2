// The checks that read every file: types, for the server and for the browser, and style.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { findNode, root } from './bootstrap.mjs';

const tools = {
  tsc: ['node_modules/typescript/bin/tsc', '--noEmit', '-p', '.'],
  'tsc (browser)': ['node_modules/typescript/bin/tsc', '--noEmit', '-p', 'tests/browser'],
  biome: ['node_modules/@biomejs/biome/bin/biome', 'check', '--no-errors-on-unmatched', '.'],
};

/** Runs one of the checks with its own output; true when it found nothing. */
export function check(name) {
  const [file, ...args] = tools[name];
  const done = spawnSync(findNode(), [path.join(root, file), ...args], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  return done.status === 0;
}

export const checks = Object.keys(tools);
