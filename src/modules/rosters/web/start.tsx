import type { Hono } from 'hono';
import { type Issue, issue } from '../../../kernel/issue.ts';
import { formatDate } from '../../../kernel/vietnamese/dates.ts';
import { execute, once } from '../../../platform/command.ts';
import type { Env, WebContext } from '../../../platform/http/env.ts';
import { type Arriving, streamedForm } from '../../../platform/http/upload.ts';
import { offers } from '../../../platform/records/section.ts';
import { type BadgeTone, formatCount } from '../../../ui/index.ts';
import { type EarlierImport, StartPage } from '../pages/start.tsx';
import { rosterImport } from '../policy.ts';
import { listImports } from '../queries/imports.ts';
import type { RosterImport } from '../schema.ts';
import { mayUpload, openImport, receiveRoster } from '../service/index.ts';
import { wizardWords as words } from '../vi/wizard.ts';
import { crumbs, importPath, moment, pathOf, wordsFor } from './shared.ts';

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
  mayUpload(c.var.cx);
  const receive = (file: Arriving) => receiveRoster(c.var.cx, file);
  const { values, file, key } = await streamedForm(c, 'file', receive);
  const typedDay = values.ngay ?? '';
  if (file === null) return startPage(c, { issues: [issue('file', 'choose_file')], typedDay });
  if (!file.ok) return startPage(c, { issues: file.issues, typedDay });
  const { code } = c.var.place;
  const opened = await once(c.var.cx, key, async (cx) => {
    const input = { organisation: code, file: file.value.pid, asOf: typedDay };
    const outcome = await execute(cx, openImport, input);
    return { keep: outcome.ok, answer: outcome };
  });
  if (!opened.ok) return startPage(c, { issues: opened.issues, typedDay });
  return c.redirect(importPath(c, opened.value.pid, 'cot'), 303);
}
