import type { Cx, Happening } from '../../platform/command.ts';
import { inTransaction } from '../../platform/database/query.ts';
import { office } from '../../platform/http/addresses.ts';
import type { AskToDo, Module } from '../../platform/module.ts';
import { may } from '../../platform/policy.ts';
import { ARTICLE_CHANGED } from '../articles/index.ts';
import { showingChoose } from './policy.ts';
import { waitingOffers } from './queries/index.ts';
import {
  articlesOf,
  chosenInto,
  nationalSite,
  refreshArticle,
  refreshArticles,
  relistSection,
  touchSite,
  withoutAuthorPages,
} from './service/index.ts';
import { officeWords as words } from './vi/index.ts';

async function article(cx: Cx, { subjectId }: Happening): Promise<void> {
  await refreshArticle(cx, subjectId);
}

/** A section was moved, renamed, removed or brought back: its articles stand in other lists, or read otherwise. */
async function section(cx: Cx, { subjectId, organisationId }: Happening): Promise<void> {
  await relistSection(cx, subjectId);
  await refreshArticles(cx, await chosenInto(cx, subjectId));
  if (organisationId !== null) await touchSite(cx, organisationId);
}

async function site(cx: Cx, { organisationId }: Happening): Promise<void> {
  if (organisationId !== null) await touchSite(cx, organisationId);
}

/** A union that is gone shows nothing; one that is back shows what it did. */
async function union(cx: Cx, { subjectId }: Happening): Promise<void> {
  await refreshArticles(cx, await articlesOf(cx, subjectId));
}

export const listening: NonNullable<Module['on']> = {
  [ARTICLE_CHANGED]: article,
  'section.edit': section,
  'section.arrange': site,
  'section.remove': section,
  'section.restore': section,
  'media.edit': site,
  'media.remove': site,
  'media.restore': site,
  'organisation.rename': site,
  'organisation.change_code': site,
  'organisation.delete': union,
  'organisation.restore': union,
};

const AT_ONCE = 200;

/** Gives pages to the authors of articles that were published before there were such pages. */
export async function authorsJob(cx: Cx): Promise<void> {
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const ids = await withoutAuthorPages(cx, after, AT_ONCE);
    const last = ids.at(-1);
    if (last === undefined) return;
    after = last;
    for (const id of ids) await inTransaction(cx.db, (db) => refreshArticle({ ...cx, db }, id));
  }
}

/** What waits for the editor of the national site. */
export const toDo: AskToDo = async (cx, organisationId, code) => {
  if (!(await may(cx, showingChoose, organisationId))) return [];
  if ((await nationalSite(cx)) !== organisationId) return [];
  const { count, since } = await waitingOffers(cx, organisationId);
  if (count === 0 || since === null) return [];
  return [
    {
      title: words.toDo(count),
      detail: words.toDoDetail(since),
      due: null,
      href: office(code, 'bai-gioi-thieu', { 'tinh-trang': 'offered' }),
      verb: words.toDoVerb,
    },
  ];
};
