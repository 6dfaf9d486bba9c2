import { vietnamDay } from '../../../../kernel/clock.ts';
import type { Cx } from '../../../../platform/cx.ts';
import type { WebContext } from '../../../../platform/http/env.ts';
import { type PublicArticle, publicArticle } from '../../../articles/index.ts';
import { addArticleParts, addPlaces, hrefOf, showingByPid } from '../../../showings/index.ts';
import { PollBox } from '../../pages/poll.tsx';
import { openPoll, publicPolls } from '../../queries/index.ts';
import type { Subject } from '../../schema/index.ts';
import { addSubject, subjectOf } from '../../service/index.ts';
import { commentWords, passWords } from '../../vi/index.ts';
import { anchor, feedbackPath, pollsPath } from '../shared.ts';
import { passHref } from './passing.tsx';
import { pollView } from './polls.tsx';
import { discussionUnder } from './under.tsx';

const kind = 'article';

async function articleSubject(cx: Cx, pid: string): Promise<Subject | null> {
  const showing = await showingByPid(cx, pid);
  const article = showing === null ? null : await publicArticle(cx.db, showing.articleId);
  if (showing === null || article === null) return null;
  return {
    organisationId: article.organisationId,
    title: article.title,
    lead: article.lead === '' ? null : article.lead,
    href: hrefOf(showing),
    open: article.comments,
    language: article.language,
    since: vietnamDay(article.publishedAt),
  };
}

/** What stands under and beside an article: its comments, the poll that runs, and passing it on. */
async function articleParts(c: WebContext, article: PublicArticle) {
  const ref = { kind, pid: article.pid };
  const subject = await subjectOf(c.var.cx, ref);
  if (subject === null) return null;
  const { under, comments, letters } = await discussionUnder(c, ref, subject);
  const poll = await openPoll(c.var.cx.db, c.var.place.organisationId, c.var.cx.clock.today());
  return {
    ...(under === null ? {} : { under }),
    ...(poll === null ? {} : { aside: <PollBox {...(await pollView(c, poll, subject.href))} /> }),
    tools: [
      ...(letters ? [{ href: passHref(c, ref), label: passWords.tool, icon: 'mail' }] : []),
      ...(under === null
        ? []
        : [{ href: `#${anchor}`, label: commentWords.tool(comments), icon: 'comment' }]),
    ],
    styles: ['discussion'],
  };
}

/** Ties comments, polls and letters to articles. */
export function joinArticles(): void {
  addSubject(kind, { find: articleSubject });
  addArticleParts(articleParts);
  addPlaces(async (cx, { organisationId }) => {
    const { rows } = await publicPolls(cx.db, {
      organisationId,
      today: cx.clock.today(),
      page: 1,
      size: 500,
    });
    return [
      { path: feedbackPath, changedAt: null },
      { path: pollsPath, changedAt: rows[0]?.openedAt ?? null },
      ...rows.map((poll) => ({
        path: `${pollsPath}/${poll.pid}`,
        changedAt: poll.closedAt ?? poll.openedAt,
      })),
    ];
  });
}
