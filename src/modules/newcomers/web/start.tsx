import type { Hono } from 'hono';
import { type Issue, issue } from '../../../kernel/issue.ts';
import { execute, once } from '../../../platform/command.ts';
import { listQuestion } from '../../../platform/forms/list.ts';
import type { Env, WebContext } from '../../../platform/http/env.ts';
import { type Arriving, streamedForm } from '../../../platform/http/upload.ts';
import type { BadgeTone } from '../../../ui/index.ts';
import { type EarlierImport, StartPage } from '../pages/start.tsx';
import { listSiteImports } from '../queries/index.ts';
import { type Program, programs } from '../rules/index.ts';
import type { ImportState, SiteImport } from '../schema.ts';
import { maySend, openSiteImport, receiveSite } from '../service/index.ts';
import { programNames, words } from '../vi/index.ts';
import { base, moment, mustImport, pathOf, told } from './shared.ts';

const pageSize = 20;

export function startDoors(app: Hono<Env>): void {
  app.get(`/${base}`, (c) => startPage(c));
  app.post(`/${base}`, sent);
}

interface Refused {
  readonly issues: readonly Issue[];
  readonly values: Readonly<Record<string, string>>;
}

async function startPage(c: WebContext, refused?: Refused): Promise<Response> {
  mustImport(c);
  const { cx, place } = c.var;
  const question = listQuestion(pathOf(c), c.req.query(), { filters: [], sorts: [], sort: '' });
  const list = { page: question.page, size: pageSize };
  const { rows, total } = await listSiteImports(cx, place.organisationId, list);
  const typed = refused?.values.program;
  return c.var.shell.office(c, {
    title: words.title,
    lead: words.lead(place.shortName),
    crumbs: [{ label: words.title }],
    error: refused !== undefined,
    status: refused === undefined ? 200 : 422,
    body: (
      <StartPage
        action={pathOf(c)}
        formKey={cx.ids.pid()}
        program={programs.find((one) => one === typed) ?? 'wordpress'}
        address={refused?.values.address ?? ''}
        addressError={told(refused?.issues ?? [], 'address')}
        fileError={told(refused?.issues ?? [], 'file')}
        earlier={rows.map((one) => earlier(c, one))}
        pager={{ ...list, total }}
        pageHref={question.pageHref}
      />
    ),
  });
}

const tones: Readonly<Record<ImportState, BadgeTone>> = {
  opened: 'info',
  looked: 'warn',
  running: 'info',
  done: 'ok',
  cancelled: 'none',
  failed: 'bad',
  undoing: 'info',
  undone: 'none',
};

const earlier = (c: WebContext, of: SiteImport): EarlierImport => ({
  href: pathOf(c, of.pid),
  program: programNames[of.program],
  fileName: of.fileName,
  when: moment(of.createdAt),
  who: of.createdName,
  result: resultLine(of),
  state: words.states[of.state],
  tone: tones[of.state],
});

const resultLine = ({ state, counts }: SiteImport): string =>
  state === 'undone'
    ? ''
    : Object.entries(words.counts)
        .flatMap(([name, word]) => {
          const count = counts[name] ?? 0;
          return count === 0 ? [] : [`${words.say(count)} ${word}`];
        })
        .join(', ');

async function sent(c: WebContext): Promise<Response> {
  mustImport(c);
  maySend(c.var.cx);
  const receive = (file: Arriving) => receiveSite(c.var.cx, file);
  const { values, file, key } = await streamedForm(c, 'file', receive);
  if (file === null) return startPage(c, { issues: [issue('file', 'choose_file')], values });
  if (!file.ok) return startPage(c, { issues: file.issues, values });
  const opened = await once(c.var.cx, key, async (cx) => {
    const outcome = await execute(cx, openSiteImport, {
      organisation: c.var.place.code,
      program: values.program as Program,
      address: values.address ?? null,
      file: file.value.pid,
    });
    return { keep: outcome.ok, answer: outcome };
  });
  if (!opened.ok) return startPage(c, { issues: opened.issues, values });
  return c.redirect(pathOf(c, opened.value.pid), 303);
}
