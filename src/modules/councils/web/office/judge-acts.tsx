import type { Hono } from 'hono';
import { execute } from '../../../../platform/command.ts';
import { settled } from '../../../../platform/http/api.ts';
import { formOf } from '../../../../platform/http/body.ts';
import { siteOf } from '../../../../platform/http/client.ts';
import type { Env, WebContext } from '../../../../platform/http/env.ts';
import { ConfirmPage } from '../../../../ui/index.ts';
import { removeJudge, sendJudgeLink } from '../../service/index.ts';
import { fullName } from '../../vi/index.ts';
import { judgeWords as words } from '../../vi/office.ts';
import { base, crumbsOf, issueWords, managedJudge, pathOf, paths } from './shared.tsx';

const one = `${base}/${paths.judges}/:judge{[0-9a-z]{16}}`;

interface Ask {
  readonly title: string;
  readonly question: string;
  readonly body: string;
  readonly harmless: boolean;
}

/** A new link, and taking somebody off the list: confirmed on a page of their own. */
export function judgeActDoors(app: Hono<Env>): void {
  app.get(`${one}/lien-ket`, (c) =>
    confirm(c, (judge) => ({
      title: words.sendLink,
      question: words.sendLinkAsk(fullName(judge)),
      body: words.sendLinkBody(judge.email ?? ''),
      harmless: true,
    })),
  );
  app.post(`${one}/lien-ket`, async (c) => {
    const judge = await managedJudge(c);
    const input = { pid: judge.pid, site: siteOf(c) };
    settled(await execute(c.var.cx, sendJudgeLink, input), issueWords);
    return c.redirect(`${pathOf(c, judge.edition, 'judges', judge.pid)}?da-gui=1`, 303);
  });
  app.get(`${one}/bo`, (c) =>
    confirm(c, (judge) => ({
      title: words.remove,
      question: words.removeOf(fullName(judge)),
      body: words.removeBody,
      harmless: false,
    })),
  );
  app.post(`${one}/bo`, async (c) => {
    const judge = await managedJudge(c);
    const { values } = await formOf(c);
    const input = { pid: judge.pid, version: values.version };
    settled(await execute(c.var.cx, removeJudge, input), issueWords);
    return c.redirect(`${pathOf(c, judge.edition, 'judges')}?da-xoa=1`, 303);
  });
}

async function confirm(
  c: WebContext,
  ask: (judge: Awaited<ReturnType<typeof managedJudge>>) => Ask,
): Promise<Response> {
  const judge = await managedJudge(c);
  const { title, question, body, harmless } = ask(judge);
  const href = pathOf(c, judge.edition, 'judges', judge.pid);
  return c.var.shell.office(c, {
    title,
    crumbs: crumbsOf(c, judge.edition, 'judges', { label: judge.name, href }, { label: title }),
    body: (
      <ConfirmPage
        question={question}
        action={c.req.path}
        hidden={{ version: judge.version }}
        verb={title}
        keepHref={href}
        keepLabel={words.keep}
        harmless={harmless}
      >
        {body}
      </ConfirmPage>
    ),
  });
}
