import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import test from 'node:test';
import { readEntries, tarEnd, writeEntry } from './tar.ts';

const files: readonly [name: string, data: Buffer][] = [
  ['empty', Buffer.alloc(0)],
  ['a', Buffer.from('x')],
  ['exact', Buffer.alloc(512, 1)],
  ['over', Buffer.alloc(513, 2)],
  [`${'folder/'.repeat(30)}long name đ.txt`, Buffer.from('long')],
  ['last', Buffer.alloc(100_000, 3)],
];

async function container(): Promise<Buffer> {
  const parts: Buffer[] = [];
  for (const [name, data] of files)
    for await (const part of writeEntry({ name, size: data.length, data: [data] }))
      parts.push(part);
  return Buffer.concat([...parts, tarEnd]);
}

async function* inPieces(data: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < data.length; at += size) yield data.subarray(at, at + size);
}

async function read(data: Buffer, size: number): Promise<[string, Buffer][]> {
  const found: [string, Buffer][] = [];
  for await (const entry of readEntries(inPieces(data, size))) {
    const parts: Buffer[] = [];
    for await (const part of entry.data) parts.push(part);
    found.push([entry.name, Buffer.concat(parts)]);
  }
  return found;
}

test('what was written is read, however the bytes arrive', async () => {
  const data = await container();
  for (const size of [1, 511, 512, 513, 65_536, data.length])
    assert.deepEqual(await read(data, size), files, `pieces of ${size}`);
});

test('an entry that is not read is passed over', async () => {
  const names: string[] = [];
  for await (const { name } of readEntries(inPieces(await container(), 1000))) names.push(name);
  assert.deepEqual(
    names,
    files.map(([name]) => name),
  );
});

test('the system program reads it too', async () => {
  const done = spawnSync('tar', ['-t'], { input: await container() });
  const names = done.stdout.toString().trim().split('\n');
  assert.equal(names.length, files.length);
  assert.deepEqual(names.slice(0, 4), ['empty', 'a', 'exact', 'over']);
});

test('a cut or damaged container is an error', async () => {
  const data = await container();
  for (const length of [0, 100, 512, 600, data.length - 2000])
    await assert.rejects(read(data.subarray(0, length), 512), /too early/);
  const damaged = Buffer.from(data);
  damaged[512] = 1;
  await assert.rejects(read(damaged, 512), /header is damaged/);
});

test('an entry must hold as many bytes as it says', async () => {
  const wrong = writeEntry({ name: 'a', size: 5, data: [Buffer.from('four')] });
  await assert.rejects(async () => {
    for await (const _ of wrong);
  }, /4 bytes instead of 5/);
});
