import { type Issue, issue } from '../../kernel/issue.ts';

export const bulletinStates = ['draft', 'published'] as const;
export type BulletinState = (typeof bulletinStates)[number];

/** Most articles in an issue. */
export const mostArticles = 40;
/** Days in which a subscription is confirmed. */
export const confirmDays = 7;

/** What an issue holds, as far as publishing asks. */
export interface Contents {
  readonly state: BulletinState;
  /** In their order; `open` false: the public may not read it. */
  readonly articles: readonly { readonly title: string; readonly open: boolean }[];
}

/** Why an issue cannot be published; nothing when it can. */
export function publishIssues({ state, articles }: Contents): readonly Issue[] {
  if (state !== 'draft') return [issue('', 'published_already')];
  if (articles.length === 0) return [issue('articles', 'no_articles')];
  return articles
    .filter(({ open }) => !open)
    .map(({ title }) => issue('articles', 'article_closed', { title }));
}

/** Why an issue cannot be changed. */
export const changeIssues = (state: BulletinState): readonly Issue[] =>
  state === 'draft' ? [] : [issue('', 'published_already')];

/** Why an issue cannot be sent. */
export function sendIssues(state: BulletinState, sent: boolean, readers: number): readonly Issue[] {
  if (state !== 'published') return [issue('', 'publish_first')];
  if (sent) return [issue('', 'sent_already')];
  return readers === 0 ? [issue('', 'no_subscribers')] : [];
}

export const arrangeActs = ['add', 'remove', 'up', 'down'] as const;
export type ArrangeAct = (typeof arrangeActs)[number];

/** The order after an act; `id` where the act would change nothing stays where it is. */
export function arranged(order: readonly string[], act: ArrangeAct, id: string): readonly string[] {
  const at = order.indexOf(id);
  if (act === 'add') return at === -1 ? [...order, id] : order;
  if (at === -1) return order;
  if (act === 'remove') return order.filter((one) => one !== id);
  const to = act === 'up' ? at - 1 : at + 1;
  if (to < 0 || to >= order.length) return order;
  const moved = [...order];
  [moved[at], moved[to]] = [moved[to]!, moved[at]!];
  return moved;
}
