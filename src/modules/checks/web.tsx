import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Hono } from 'hono';
import { type Issue, issue } from '../../kernel/issue.ts';
import { safeFileName } from '../../platform/documents/index.ts';
import { NotFound } from '../../platform/errors.ts';
import { wordsOf } from '../../platform/forms/words.ts';
import { office } from '../../platform/http/addresses.ts';
import { formOf } from '../../platform/http/body.ts';
import type { Env, WebContext } from '../../platform/http/env.ts';
import { may } from '../../platform/policy.ts';
import { readBenchmark, reportTabs } from '../reporting/index.ts';
import { Checked } from './pages/checked.tsx';
import { Upload } from './pages/upload.tsx';
import { checkFile, checkWords, type Checked as Result } from './service.ts';
import { pageWords as words } from './vi/pages.ts';

const address = 'bao-cao/kiem-tra';

/** Office doors: a file in, the same page with what was found out. Nothing is written anywhere. */
export function checksOffice(app: Hono<Env>): void {
  app.get(`/${address}`, async (c) => page(c));
  app.post(`/${address}`, async (c) => {
    await requireRead(c);
    const file = (await formOf(c)).files.file?.[0];
    if (file === undefined) return page(c, { refused: [issue('file', 'checks_choose_file')] });
    const found = await checkUpload(file);
    return found.ok
      ? page(c, { found, name: file.name })
      : page(c, {
          refused: found.issues.map((one) => ({ ...one, data: { ...one.data, file: file.name } })),
        });
  });
}

async function requireRead(c: WebContext): Promise<void> {
  if (!(await may(c.var.cx, readBenchmark, c.var.place.organisationId)))
    throw new NotFound('checks');
}

interface Shown {
  readonly refused?: readonly Issue[];
  readonly found?: Extract<Result, { ok: true }>;
  readonly name?: string;
}

async function page(
  c: WebContext,
  { refused = [], found, name = '' }: Shown = {},
): Promise<Response> {
  await requireRead(c);
  const { code } = c.var.place;
  return c.var.shell.office(c, {
    title: words.title,
    lead: words.lead,
    crumbs: [{ label: words.reports, href: office(code, 'bao-cao') }, { label: words.title }],
    before: reportTabs(c, 'checks'),
    error: refused.length > 0,
    status: refused.length > 0 ? 422 : 200,
    body: (
      <>
        <Upload
          action={office(code, address)}
          problems={refused.map((one) => wordsOf(one, checkWords))}
        />
        {found === undefined ? null : <Checked file={name} {...found} />}
      </>
    ),
  });
}

/** The reader wants a file: it lies in a folder of its own for as long as it is read. */
async function checkUpload(file: File): Promise<Result> {
  const folder = await mkdtemp(path.join(tmpdir(), 'lientri-check-'));
  try {
    const at = path.join(folder, 'bang');
    await writeFile(at, Buffer.from(await file.arrayBuffer()), { mode: 0o600 });
    return await checkFile(at, safeFileName(file.name));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
