// node bin/run.mjs FILE.ts [args] runs a file of the project under Node 24; --check checks types and style.
import path from 'node:path';
import { ensureInstalled, exec, fail } from './bootstrap.mjs';
import { check, checks } from './check.mjs';
import { vi } from './vi.mjs';

const [file, ...args] = process.argv.slice(2);
if (!file) fail(vi.runUsage);
if (file === '--check') {
  await ensureInstalled();
  const results = checks.map(check);
  process.exit(results.every(Boolean) ? 0 : 1);
}
await exec(path.resolve(file), args);
