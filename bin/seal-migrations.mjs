// Notes the hash of every migration that has none yet; one that is noted never changes again.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './bootstrap.mjs';

const folder = path.join(root, 'db', 'migrations');
const list = path.join(folder, 'hashes.json');
const known = existsSync(list) ? JSON.parse(readFileSync(list, 'utf8')) : {};
for (const file of readdirSync(folder)
  .filter((name) => name.endsWith('.sql'))
  .sort()) {
  known[file] ??= createHash('sha256')
    .update(readFileSync(path.join(folder, file)))
    .digest('hex');
}
writeFileSync(list, `${JSON.stringify(known, null, 2)}\n`);
