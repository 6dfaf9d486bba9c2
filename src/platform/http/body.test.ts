import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Hono } from 'hono';
import { TooLarge } from '../errors.ts';
import { type FormBody, formLimit, formOf } from './body.ts';
import type { Env } from './env.ts';
import { Unreadable } from './problems.ts';

async function read(body: FormData | string, type?: string): Promise<FormBody> {
  const app = new Hono<Env>();
  const found: FormBody[] = [];
  app.onError((error) => {
    throw error;
  });
  app.post('/', async (c) => {
    found.push(await formOf(c));
    return c.body(null, 204);
  });
  const headers = type === undefined ? {} : { 'content-type': type };
  await app.request('/', { method: 'POST', body, headers });
  return found[0]!;
}

function form(texts: readonly (readonly [string, string])[], file?: File): FormData {
  const data = new FormData();
  for (const [name, text] of texts) data.append(name, text);
  if (file !== undefined) data.append('files', file);
  return data;
}

test('the last text of a name, all texts of it, files, and the key', async () => {
  const file = new File(['abc'], 'a.txt');
  const texts = [
    ['a', '1'],
    ['a', '2'],
    ['_key', 'abcdefgh23456789'],
  ] as const;
  const read1 = await read(form(texts, file));
  assert.deepEqual([read1.values.a, read1.lists.a], ['2', ['1', '2']]);
  assert.deepEqual(
    read1.files.files?.map((one) => one.name),
    ['a.txt'],
  );
  assert.equal(read1.key, 'abcdefgh23456789');
  assert.equal((await read(form([['_key', 'short']]))).key, null);
});

test('an empty file input is left out', async () => {
  assert.deepEqual((await read(form([], new File([], '')))).files, {});
});

test('all texts together may be as long as a form without files, and no longer', async () => {
  const half = 'x'.repeat(formLimit / 2);
  const most = await read(
    form([
      ['a', half],
      ['b', half],
    ]),
  );
  assert.equal(most.values.b?.length, formLimit / 2);
  await assert.rejects(
    read(
      form([
        ['a', half],
        ['a', `${half}x`],
      ]),
    ),
    TooLarge,
  );
});

test('a file may be larger than the texts may be', async () => {
  const file = new File(['x'.repeat(formLimit + 1)], 'large.txt');
  assert.equal((await read(form([['a', '1']], file))).files.files?.[0]?.size, formLimit + 1);
});

test('what is no form cannot be read', async () => {
  await assert.rejects(read('{}', 'application/json'), Unreadable);
});
