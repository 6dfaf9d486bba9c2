import type { Hono } from 'hono';
import type { Issue } from '../../../../kernel/issue.ts';
import { execute, once } from '../../../../platform/command.ts';
import { NotFound } from '../../../../platform/errors.ts';
import { wordsOf } from '../../../../platform/forms/words.ts';
import { formOf } from '../../../../platform/http/body.ts';
import { siteOf } from '../../../../platform/http/client.ts';
import type { Env, WebContext } from '../../../../platform/http/env.ts';
import { takeTry } from '../../../../platform/tries.ts';
import { consentPurposes } from '../../../calls/index.ts';
import { ConsentsPage } from '../../pages/entry/consents.tsx';
import { StepPage } from '../../pages/entry/step.tsx';
import { StepActions } from '../../pages/entry/writing.tsx';
import { askConsent, giveConsent } from '../../service/index.ts';
import { consentWords as words } from '../../vi/entry/index.ts';
import { askedPage, saidOf } from './asked.tsx';
import { authorViews, type ReturnedConsent } from './consent-views.ts';
import {
  issueWords,
  type Opened,
  opened,
  ownDossier,
  ownPage,
  pathOf,
  titleOf,
} from './shared.tsx';
import { standingOf, stepsTo } from './standing.ts';

/** The third step, and the page of a link that asks one party. */
export function consentDoors(app: Hono<Env>): void {
  app.get('/ho-so/:token/dong-y', async (c) => show(c, await ownDossier(c)));
  app.post('/ho-so/:token/dong-y', give);
  app.post('/ho-so/:token/dong-y/hoi', ask);
}

async function show(
  c: WebContext,
  found: Opened,
  back: ReturnedConsent | null = null,
): Promise<Response> {
  const { dossier, token } = found;
  const { cx } = c.var;
  const stands = await standingOf(cx, dossier);
  const to = (rest: string) => pathOf(token, rest);
  const said = saidOf(c);
  const views = authorViews(stands.authors, {
    consents: stands.consents,
    today: cx.clock.today(),
    representative: dossier.edition.content.eligibility.representative,
    newKey: () => cx.ids.pid(),
    askAction: to('dong-y/hoi'),
    back,
  });
  return ownPage(c, found, {
    title: `${words.link.title}: ${titleOf(dossier)}`,
    crumbs: [{ label: words.link.title }],
    ...(back === null ? {} : { error: true, status: 422 }),
    body: (
      <StepPage
        now={3}
        steps={stepsTo(found, stands)}
        title={titleOf(dossier)}
        notices={[
          said === undefined ? null : { tone: 'ok', title: said, live: true },
          // Whose form is no longer on the page is told on top of it.
          back === null || views.some(({ parties }) => parties.some((one) => isOf(one, back)))
            ? null
            : { tone: 'bad', children: back.error ?? back.emailError, live: true },
        ]}
      >
        {views.length === 0 ? (
          <p>
            {words.nobody} <a href={to('viet')}>{words.toWriting}</a>
          </p>
        ) : (
          <ConsentsPage action={to('dong-y')} authors={views} />
        )}
        <StepActions
          next={{ href: to('kiem-tra'), label: words.next }}
          back={{ href: to('tep'), label: words.back }}
        />
      </StepPage>
    ),
  });
}

const isOf = (one: { author: string; party: string }, back: ReturnedConsent): boolean =>
  one.author === back.author && one.party === back.party;

async function give(c: WebContext): Promise<Response> {
  const found = await opened(c);
  const { token, link } = found;
  const { values, key } = await formOf(c);
  const author = link.author ?? values.author ?? '';
  const party = link.party ?? values.party ?? '';
  const name = (values.told_by ?? '').trim();
  const answers = Object.fromEntries(
    consentPurposes
      .filter((purpose) => values[purpose] === '1' || values[purpose] === '0')
      .map((purpose) => [purpose, values[purpose] === '1']),
  );
  const again = (wrong: Pick<ReturnedConsent, 'error' | 'nameError'>) => {
    const back = { author, party, name, answers, ...wrong };
    return link.author === null ? show(c, found, back) : askedPage(c, found, back);
  };
  if (Object.keys(answers).length === 0) return again({ error: words.nothing });
  if (name === '') return again({ nameError: words.nameMissing });
  const issues = await once<readonly Issue[]>(c.var.cx, key, async (cx) => {
    for (const [purpose, given] of Object.entries(answers)) {
      const sent = { token, author, party, purpose, given, told_by: name };
      const outcome = await execute(cx, giveConsent, sent);
      if (!outcome.ok) return { keep: false, answer: outcome.issues };
    }
    return { keep: true, answer: [] };
  });
  if (issues.length > 0) return again({ error: toldOf(issues) });
  if (link.author !== null) return c.redirect(`${pathOf(token)}?da-ghi=1`, 303);
  return c.redirect(`${pathOf(token, 'dong-y')}?da-ghi=1#y-kien-${author}-${party}`, 303);
}

const toldOf = (issues: readonly Issue[]): string =>
  issues.map((one) => wordsOf(one, issueWords)).join(' ');

/** Letters to whomever an entrant names: a few a day for a dossier. */
const askLimit = { most: 20, within: 24 * 3_600_000 };

async function ask(c: WebContext): Promise<Response> {
  const found = await ownDossier(c);
  const { token, dossier } = found;
  const { values } = await formOf(c);
  const { author = '', party = '' } = values;
  const email = (values.email ?? '').trim();
  const again = (emailError: string) => show(c, found, { author, party, email, emailError });
  if (!(await takeTry(c.var.cx, `ask:${dossier.id}`, askLimit))) return again(words.askTooMany);
  const sent = { token, author, party, email, site: siteOf(c) };
  const outcome = await execute(c.var.cx, askConsent, sent);
  if (!outcome.ok) {
    if (!outcome.issues.some(({ path }) => path === 'email' || path === 'author'))
      throw new NotFound('author');
    return again(toldOf(outcome.issues));
  }
  return c.redirect(`${pathOf(token, 'dong-y')}?da-hoi=1#y-kien-${author}-${party}`, 303);
}
