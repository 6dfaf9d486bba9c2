import type { Hono } from 'hono';
import { type Issue, issue } from '../../../../kernel/issue.ts';
import { execute, once } from '../../../../platform/command.ts';
import { NotFound } from '../../../../platform/errors.ts';
import { type FormView, freshForm, returnedForm } from '../../../../platform/forms/returned.ts';
import { siteOf } from '../../../../platform/http/client.ts';
import type { Env, WebContext } from '../../../../platform/http/env.ts';
import { fileSize } from '../../../../platform/records/uploads.ts';
import type { Edition } from '../../../calls/index.ts';
import { LetterForm } from '../../pages/office/letter.tsx';
import { mostFiles } from '../../schema/index.ts';
import { enterLetter } from '../../service/index.ts';
import { labels, words } from '../../vi/index.ts';
import { type Carried, issueWords, largestFile, sentForm } from '../shared.ts';
import { base, crumbsOf, handledEdition, named, pathOf } from './shared.ts';

/** Where files arrive. */
export const letterStreams: readonly RegExp[] = [
  /^\/vp\/[^/]+\/hoi-thi\/[^/]+\/khieu-nai\/nhap-don$/,
];

/** Taking in a letter on paper. */
export function letterDoors(app: Hono<Env>): void {
  app.get(`${base}/nhap-don`, async (c) =>
    page(c, await openedEdition(c), { form: freshForm(), files: [] }),
  );
  app.post(`${base}/nhap-don`, send);
}

async function openedEdition(c: WebContext): Promise<Edition> {
  const edition = await handledEdition(c);
  if (edition.state === 'draft') throw new NotFound('edition');
  return edition;
}

interface Shown {
  readonly form: FormView;
  readonly files: readonly Carried[];
  readonly bad?: boolean;
}

function page(
  c: WebContext,
  edition: Edition,
  { form, files, bad }: Shown,
): Response | Promise<Response> {
  return c.var.shell.office(c, {
    title: words.letter,
    lead: words.letterLead,
    crumbs: crumbsOf(c, named(edition), { label: words.letter }),
    ...(bad === true ? { status: 422, error: true } : {}),
    body: (
      <LetterForm
        form={form}
        action={pathOf(c, edition, 'nhap-don')}
        hidden={{ _key: c.var.cx.ids.pid() }}
        files={files}
        filesHelp={words.filesHelp(mostFiles, fileSize(largestFile))}
        full={files.length >= mostFiles}
        backHref={pathOf(c, edition)}
      />
    ),
  });
}

async function send(c: WebContext): Promise<Response> {
  const edition = await openedEdition(c);
  const { values, key, files, issues, adding, came } = await sentForm(c);
  const again = (against: readonly Issue[]) =>
    page(c, edition, {
      form: returnedForm(values, against, issueWords, labels),
      files,
      bad: against.length > 0,
    });
  if (adding || issues.length > 0)
    return again(adding && !came ? [issue('files', 'choose_file')] : issues);
  const { topic, about, complainant, address, phone, email, body, asks, received_on } = values;
  const raw = {
    ...{ topic, about, complainant, address, phone, email, body, asks, received_on },
    edition: edition.pid,
    files: files.map(({ pid }) => pid),
    site: siteOf(c),
  };
  const answer = await once<{ pid: string } | { issues: readonly Issue[] }>(
    c.var.cx,
    key,
    async (cx) => {
      const outcome = await execute(cx, enterLetter, raw);
      return outcome.ok
        ? { keep: true, answer: { pid: outcome.value.pid } }
        : { keep: false, answer: { issues: outcome.issues } };
    },
  );
  return 'pid' in answer
    ? c.redirect(`${pathOf(c, edition, answer.pid)}?da-nhan=1`, 303)
    : again(answer.issues);
}
