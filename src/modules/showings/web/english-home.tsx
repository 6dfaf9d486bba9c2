import type { Hono } from 'hono';
import { NotFound } from '../../../platform/errors.ts';
import { site } from '../../../platform/http/addresses.ts';
import type { Env, WebContext } from '../../../platform/http/env.ts';
import { inLanguage, speaking } from '../../../platform/http/language.ts';
import { wholeOf } from '../../../platform/http/linked-data.ts';
import { EnglishHome } from '../pages/english.tsx';
import { newestOf } from '../queries/index.ts';
import { feedWords, listWords as words } from '../vi/index.ts';
import { articleCards } from './cards.ts';
import { calledHere } from './english.tsx';

const NEWS = 10;
const NOTICES = 5;

/** The home of what a site says in English: there as long as anything of it is public. */
export function englishDoors(app: Hono<Env>): void {
  app.get('/en', (c) => speaking('en', () => home(c)));
}

async function home(c: WebContext): Promise<Response> {
  const { cx, place, shell } = c.var;
  const siteId = place.organisationId;
  const news = await newestOf(cx, { siteId, kind: 'news', language: 'en' }, NEWS);
  const notices = await newestOf(cx, { siteId, kind: 'notice', language: 'en' }, NOTICES);
  if (news.length + notices.length === 0) throw new NotFound('English home');
  const called = await calledHere(c);
  const whole = (path: string) => wholeOf(c, site(place.code, path));
  const cards = await articleCards(cx, [...news, ...notices], { siteId, shownAt: place.code });
  const list = (path: string) => site(place.code, path, inLanguage('en'));
  return shell.portal(c, {
    title: words.home,
    description: words.englishLead(called.name),
    styles: ['article'],
    other: { language: 'vi', href: site(place.code) },
    head: {
      canonical: whole('en'),
      links: [
        { rel: 'alternate', hreflang: 'en', href: whole('en') },
        { rel: 'alternate', hreflang: 'vi', href: whole('') },
        ...(['rss', 'atom'] as const).map((kind) => ({
          rel: 'alternate' as const,
          type: `application/${kind}+xml`,
          title: feedWords.all(called.name),
          href: whole(`en/${kind}.xml`),
        })),
      ],
    },
    body: (
      <EnglishHome
        name={called.name}
        lang={called.lang}
        lead={words.englishLead(called.name)}
        news={cards.slice(0, news.length)}
        newsHref={list('tin')}
        notices={cards.slice(news.length)}
        noticesHref={list('thong-bao')}
      />
    ),
  });
}
