import type { Hono } from 'hono';
import { type Cx, execute, type Outcome } from '../../../platform/command.ts';
import { wordsOf } from '../../../platform/forms/words.ts';
import { settled } from '../../../platform/http/api.ts';
import { formOf } from '../../../platform/http/body.ts';
import type { Env, WebContext } from '../../../platform/http/env.ts';
import { Alert, ButtonLink, ConfirmPage, NotYet } from '../../../ui/index.ts';
import { Problems } from '../pages/overview.tsx';
import { missingForOpening } from '../rules/index.ts';
import type { Edition } from '../schema/index.ts';
import { closeEdition, editionDeletion, openEdition, reopenEdition } from '../service/index.ts';
import { callsIssues } from '../vi/index.ts';
import { pageWords as words } from '../vi/pages.ts';
import { placeOf } from './overview.tsx';
import { base, crumbsOf, managedOf, pathOf, told } from './shared.tsx';

interface Act {
  readonly words: {
    readonly title: string;
    readonly question: (name: string) => string;
    readonly body: string;
    readonly verb: string;
    readonly keep: string;
  };
  readonly run: (cx: Cx, raw: unknown) => Promise<Outcome<unknown>>;
  readonly after: (c: WebContext, edition: Edition) => string;
  readonly harmless?: boolean;
}

const back =
  (said: string): Act['after'] =>
  (c, { pid }) =>
    `${pathOf(c, pid)}?${said}=1`;

/** Opening, closing, reopening and deleting: each asks first. */
export function actDoors(app: Hono<Env>): void {
  act(app, 'cong-bo', {
    words: words.open,
    run: (cx, raw) => execute(cx, openEdition, raw),
    after: back('da-cong-bo'),
    harmless: true,
  });
  act(app, 'khep', {
    words: words.close,
    run: (cx, raw) => execute(cx, closeEdition, raw),
    after: back('da-khep'),
  });
  act(app, 'mo-lai', {
    words: words.reopen,
    run: (cx, raw) => execute(cx, reopenEdition, raw),
    after: back('da-mo-lai'),
    harmless: true,
  });
  act(app, 'xoa', {
    words: words.remove,
    run: (cx, raw) => execute(cx, editionDeletion.remove, raw),
    after: (c, { pid }) => `${pathOf(c)}?da-xoa=${pid}`,
  });
  app.post(`${base}/:pid/khoi-phuc`, async (c) => {
    const pid = c.req.param('pid');
    settled(await execute(c.var.cx, editionDeletion.restore, { pid }), callsIssues);
    return c.redirect(`${pathOf(c, pid)}?da-khoi-phuc=1`, 303);
  });
}

function act(app: Hono<Env>, word: string, of: Act): void {
  app.get(`${base}/:pid/${word}`, async (c) => show(c, await managedOf(c), word, of));
  app.post(`${base}/:pid/${word}`, async (c) => {
    const edition = await managedOf(c);
    const { version } = (await formOf(c)).values;
    const outcome = await of.run(c.var.cx, { pid: edition.pid, version });
    return outcome.ok
      ? c.redirect(of.after(c, edition), 303)
      : show(c, edition, word, of, told(outcome.issues));
  });
}

function show(c: WebContext, edition: Edition, word: string, of: Act, problem?: string) {
  const path = pathOf(c, edition.pid);
  const missing = word === 'cong-bo' ? missingForOpening(edition.content) : [];
  return c.var.shell.office(c, {
    title: of.words.title,
    crumbs: crumbsOf(c, edition, { label: of.words.title }),
    ...(problem === undefined ? {} : { status: 422, error: true }),
    before: problem === undefined ? undefined : <Alert tone="bad">{problem}</Alert>,
    body:
      missing.length > 0 ? (
        <>
          <Problems
            title={words.missing}
            tone="warn"
            problems={missing.map((one) => ({
              text: wordsOf(one, callsIssues),
              href: `${path}/${placeOf(edition.content, one.path)}`,
            }))}
          />
          <NotYet>{words.open.notYet}</NotYet>
          <ButtonLink href={path}>{words.open.keep}</ButtonLink>
        </>
      ) : (
        <ConfirmPage
          question={of.words.question(edition.content.name)}
          action={`${path}/${word}`}
          hidden={{ version: edition.version }}
          verb={of.words.verb}
          keepHref={path}
          keepLabel={of.words.keep}
          harmless={of.harmless}
        >
          <p>{of.words.body}</p>
        </ConfirmPage>
      ),
  });
}
