import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { zipOf } from '../../../../platform/files/testing-samples.ts';
import { contentAt } from '../../../../platform/files.ts';
import { Unreadable } from '../../rules/index.ts';
import { folderShelf, type Shelf, wholeFile, zipShelf } from './index.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'lientri-shelf-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const root = path.join(folder, 'uploads');
mkdirSync(path.join(root, '2019/05'), { recursive: true });
writeFileSync(path.join(folder, 'secret.txt'), 'secret');
writeFileSync(path.join(root, '2019/05/le.txt'), 'lễ');
// As a Mac packs it: marks apart.
writeFileSync(path.join(root, 'ảnh.txt'.normalize('NFD')), 'ảnh');
symlinkSync(path.join(folder, 'secret.txt'), path.join(root, 'out.txt'));
symlinkSync(folder, path.join(root, 'up'));

const words = async (shelf: Shelf, name: string): Promise<string | null> => {
  const file = await shelf.find(name);
  return file === null ? null : Buffer.from(await wholeFile(file)).toString();
};

async function listed(shelf: Shelf): Promise<string[]> {
  const found: string[] = [];
  for await (const { path: name } of shelf.list()) found.push(name);
  return found;
}

test('a folder gives what lies in it and nothing beside it', async () => {
  const shelf = await folderShelf(root);
  assert.equal(await words(shelf, '2019/05/le.txt'), 'lễ');
  assert.equal(await words(shelf, 'ảnh.txt'), 'ảnh');
  for (const name of [
    '../secret.txt',
    '2019/../../secret.txt',
    'out.txt',
    'up/secret.txt',
    '2019',
    '/etc/passwd',
  ])
    assert.equal(await shelf.find(name), null, name);
  assert.deepEqual(await listed(shelf), ['2019/05/le.txt', 'ảnh.txt'.normalize('NFC')]);
});

test('so does a ZIP file, with or without a folder around everything', async () => {
  for (const before of ['', 'site/']) {
    const zip = zipOf({
      [`${before}2019/le.txt`]: 'lễ',
      [`${before}b.txt`]: 'b',
      '__MACOSX/._b.txt': 'x',
    });
    const file = path.join(folder, `${before.length}.zip`);
    writeFileSync(file, zip);
    const shelf = await zipShelf(await contentAt(file));
    assert.equal(await words(shelf, '2019/le.txt'), 'lễ');
    assert.equal(await shelf.find('../b.txt'), null);
    assert.deepEqual(await listed(shelf), ['2019/le.txt', 'b.txt']);
    await shelf.close();
  }
});

test('what is no ZIP file, and one that lies, are refused', async () => {
  const bad = path.join(folder, 'bad.zip');
  writeFileSync(bad, 'PK no');
  await assert.rejects(async () => zipShelf(await contentAt(bad)), Unreadable);
  const lying = path.join(folder, 'lying.zip');
  writeFileSync(lying, zipOf({ 'a.txt': { text: 'x'.repeat(5_000), claims: 5 }, 'b.txt': 'b' }));
  const shelf = await zipShelf(await contentAt(lying));
  await assert.rejects(words(shelf, 'a.txt'));
  await shelf.close();
});
