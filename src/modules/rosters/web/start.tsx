import type { Hono } from 'hono';
import { type Issue, issue } from '../../../kernel/issue.ts';
import { formatDate } from '../../../kernel/vietnamese/dates.ts';
import { type Cx, execute, once } from '../../../platform/command.ts';
import { saveFile } from '../../../platform/files.ts';
import { formOf } from '../../../platform/http/body.ts';
import type { Env, WebContext } from '../../../platform/http/env.ts';
import { offers } from '../../../platform/records/section.ts';
import { type BadgeTone, formatCount } from '../../../ui/index.ts';
import { type EarlierImport, StartPage } from '../pages/start.tsx';
import { rosterImport } from '../policy.ts';
import { listImports } from '../queries/imports.ts';
import type { RosterImport } from '../schema.ts';
import { openImport } from '../service/index.ts';
import { wizardWords as words } from '../vi/wizard.ts';
import { crumbs, importPath, moment, pathOf, wordsFor } from './shared.ts';

const largestUpload = 60_000_000;
const shown = 20;

export function startDoors(app: Hono<Env>): void {
  app.get('/hoi-vien/nhap', (c) => startPage(c));
  app.post('/hoi-vien/nhap', upload);
}

interface Refused {
  readonly issues: readonly Issue[];
  readonly typedDay: string;
}

async function startPage(c: WebContext, refused?: Refused): Promise<Response> {
  const { cx, place } = c.var;
  const { items } = await listImports(cx, place.organisationId, { page: 1, size: shown });
  const about = (field: boolean) =>
    wordsFor((refused?.issues ?? []).filter((one) => (one.path === 'asOf') === field));
  return c.var.shell.office(c, {
    title: words.title,
    lead: words.lead(place.shortName),
    crumbs: crumbs(c).slice(0, 1).concat({ label: words.title }),
    error: refused !== undefined,
    status: refused === undefined ? 200 : 422,
    body: (
      <StartPage
        action={pathOf(c, 'nhap')}
        formKey={cx.ids.pid()}
        templateHref={pathOf(c, 'tep-mau')}
        backHref={pathOf(c)}
        asOf={refused?.typedDay ?? formatDate(cx.clock.today())}
        asOfError={about(true)[0]}
        problems={about(false)}
        mayImport={offers(c, rosterImport)}
        earlier={items.map((one) => earlier(c, one))}
      />
    ),
  });
}

const tones: Readonly<Record<string, BadgeTone>> = {
  applied: 'ok',
  failed: 'bad',
  cancelled: 'none',
  undone: 'none',
};

function earlier(c: WebContext, of: RosterImport): EarlierImport {
  const { created, updated, unchanged, rejected } = of.counts;
  const counts = [created, updated, unchanged, rejected].map((n) => formatCount(n ?? 0));
  const [a = '', b = '', d = '', e = ''] = counts;
  return {
    href: importPath(c, of.pid),
    fileName: of.fileName,
    when: moment(of.createdAt),
    state: words.states[of.state] ?? of.state,
    tone: tones[of.state] ?? 'info',
    result: of.state === 'applied' ? words.countsLine(a, b, d, e) : '',
  };
}

async function upload(c: WebContext): Promise<Response> {
  const { values, files, key } = await formOf(c);
  const typedDay = values.ngay ?? '';
  const file = files.file?.[0];
  if (file === undefined) {
    return startPage(c, { issues: [issue('file', 'choose_file')], typedDay });
  }
  const opened = await once(c.var.cx, key, async (cx) => {
    const outcome = await open(cx, c.var.place.code, file, typedDay);
    return { keep: outcome.ok, answer: outcome };
  });
  if (!opened.ok) return startPage(c, { issues: opened.issues, typedDay });
  return c.redirect(importPath(c, opened.value.pid, 'cot'), 303);
}

async function open(cx: Cx, code: string, file: File, asOf: string) {
  const saved = await saveFile(cx, cx.files, {
    name: file.name,
    bytes: Buffer.from(await file.arrayBuffer()),
    limit: largestUpload,
  });
  if (!saved.ok) {
    const issues = saved.issues.map((one) => ({ ...one, data: { ...one.data, file: file.name } }));
    return { ok: false as const, issues };
  }
  return execute(cx, openImport, { organisation: code, file: saved.value.pid, asOf });
}
