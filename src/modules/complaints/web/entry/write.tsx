import type { Hono } from 'hono';
import { type Issue, issue } from '../../../../kernel/issue.ts';
import { execute, once } from '../../../../platform/command.ts';
import { NotFound } from '../../../../platform/errors.ts';
import { type FormView, freshForm, returnedForm } from '../../../../platform/forms/returned.ts';
import { siteOf } from '../../../../platform/http/client.ts';
import type { Env, WebContext } from '../../../../platform/http/env.ts';
import { fileSize } from '../../../../platform/records/uploads.ts';
import { takeTry } from '../../../../platform/tries.ts';
import { type OpenedDossier, ownDossier, ownPage, ownPath } from '../../../dossiers/index.ts';
import { WriteForm } from '../../pages/entry/write.tsx';
import { mostFiles } from '../../schema/index.ts';
import { enterComplaint, mayComplain, rulesOf } from '../../service/index.ts';
import { countingNames, labels, entryWords as words } from '../../vi/index.ts';
import { type Carried, issueWords, largestFile, sentForm } from '../shared.ts';

/** How often a form may be sent behind one link: files and complaints together. */
const limit = { most: 60, within: 86_400_000 };

/** Writing a complaint behind the link of a dossier. */
export function writeDoors(app: Hono<Env>, path: string): void {
  app.get(path, async (c) => {
    const found = await written(c);
    const open = mayComplain(found.dossier, c.var.cx.clock.now()).ok;
    if (!open) return c.redirect(ownPath(found.token, 'khieu-nai'), 303);
    return page(c, found, { form: freshForm(), files: [] });
  });
  app.post(path, send);
}

/** The dossier of the link, once it was submitted. @throws NotFound */
async function written(c: WebContext): Promise<OpenedDossier> {
  const found = await ownDossier(c);
  if (found.dossier.submitted === 0) throw new NotFound('complaint');
  return found;
}

interface Shown {
  readonly form: FormView;
  readonly files: readonly Carried[];
  readonly status?: 422;
  readonly added?: boolean;
}

// Enough of an address for its owner to know it by.
const masked = (address: string): string => {
  const [name = '', domain = ''] = address.split('@');
  return `${name.slice(0, 2)}•••@${domain}`;
};

async function page(
  c: WebContext,
  found: OpenedDossier,
  { form, files, status, added }: Shown,
): Promise<Response> {
  const { cx } = c.var;
  const { dossier, token } = found;
  const { accept, answer, counting } = await rulesOf(cx, dossier.edition);
  return ownPage(c, found, {
    title: words.form.title,
    crumbs: [
      { label: words.title, href: ownPath(token, 'khieu-nai') },
      { label: words.form.title },
    ],
    ...(status === undefined ? {} : { status, error: true }),
    body: (
      <WriteForm
        form={form}
        action={ownPath(token, 'khieu-nai/viet')}
        hidden={{ _key: cx.ids.pid() }}
        files={files}
        filesHelp={words.form.filesHelp(mostFiles, fileSize(largestFile))}
        full={files.length >= mostFiles}
        rules={words.form.rules(accept, answer, countingNames[counting].toLocaleLowerCase('vi'))}
        mailTo={dossier.email === null ? null : words.form.mailTo(masked(dossier.email))}
        added={added === true}
        backHref={ownPath(token, 'khieu-nai')}
      />
    ),
  });
}

async function send(c: WebContext): Promise<Response> {
  const found = await written(c);
  const { token, dossier } = found;
  // What anybody may send without an account is limited.
  const room = await takeTry(c.var.cx, `complaint:${dossier.id}`, limit);
  const { values, key, files, issues, adding, came } = await sentForm(
    c,
    room ? null : issue('', 'too_many_tries'),
  );
  const again = (against: readonly Issue[]) =>
    page(c, found, {
      form: returnedForm(values, against, issueWords, labels),
      files,
      ...(against.length === 0 ? {} : { status: 422 }),
      added: against.length === 0,
    });
  if (adding || issues.length > 0)
    return again(room && adding && !came ? [issue('files', 'choose_file')] : issues);
  const { topic, about, complainant, address, phone, body, asks } = values;
  const raw = {
    ...{ token, topic, about, complainant, address, phone, body, asks },
    files: files.map(({ pid }) => pid),
    site: siteOf(c),
    received: c.var.received,
  };
  const answer = await once<{ pid: string } | { issues: readonly Issue[] }>(
    c.var.cx,
    key,
    async (cx) => {
      const outcome = await execute(cx, enterComplaint, raw);
      return outcome.ok
        ? { keep: true, answer: { pid: outcome.value.pid } }
        : { keep: false, answer: { issues: outcome.issues } };
    },
  );
  return 'pid' in answer
    ? c.redirect(`${ownPath(token, `khieu-nai/${answer.pid}`)}?moi=1`, 303)
    : again(answer.issues);
}
