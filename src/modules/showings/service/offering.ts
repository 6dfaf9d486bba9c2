import { sql } from 'kysely';
import { type Issue, issue } from '../../../kernel/issue.ts';
import { type Change, type Cx, command } from '../../../platform/command.ts';
import { maybe } from '../../../platform/database/query.ts';
import { NotFound } from '../../../platform/errors.ts';
import { getInstallation } from '../../../platform/settings.ts';
import { showingChoose, showingOffer } from '../policy.ts';
import { showingByPid } from '../queries/index.ts';
import {
  chooseInput,
  type OfferState,
  offerInput,
  type Showing,
  takeBackInput,
  unchooseInput,
} from '../schema.ts';
import { refreshArticle } from './refreshing.ts';

const type = 'showing_offer';

interface Standing {
  readonly state: OfferState;
  readonly version: number;
  readonly section: string | null;
}

interface Loaded {
  readonly article: Showing;
  readonly offer: Standing | null;
  /** The organisation of the national site. */
  readonly siteId: string;
}

/** The organisation whose site gathers what the unions offer. @throws NotFound before the installation has one */
export async function nationalSite(cx: Cx): Promise<string> {
  const installation = await getInstallation(cx.db);
  if (installation === null) throw new NotFound('national site');
  return installation.rootOrganisationId;
}

async function load(cx: Cx, { pid }: { pid: string }): Promise<Loaded> {
  const article = await showingByPid(cx, pid);
  if (article === null) throw new NotFound('article');
  const offer = await maybe(
    cx.db,
    sql<Standing>`select o.state, o.version, s.slug as section from showing_offer o
      left join section s on s.id = o.section_id where o.article_id = ${article.articleId} for update of o`,
  );
  return { article, offer, siteId: await nationalSite(cx) };
}

const not = (loaded: Loaded, ...states: readonly OfferState[]): boolean =>
  loaded.offer === null || !states.includes(loaded.offer.state);

const done = (
  loaded: Loaded,
  state: OfferState,
  changes: Readonly<Record<string, Change>> = {},
) => ({
  result: { pid: loaded.article.pid, state },
  subject: { type, id: loaded.article.articleId },
  organisationId: loaded.article.publisher.id,
  changes: { state: { old: loaded.offer?.state, new: state }, ...changes },
});

/** A union offers one of its articles to the national site. */
export const offerShowing = command({
  name: 'showing.offer',
  input: offerInput,
  permission: showingOffer,
  load,
  at: ({ article }) => [article.publisher.id],
  check: (loaded): Issue[] => {
    if (loaded.article.publisher.id === loaded.siteId) return [issue('', 'offer_own_site')];
    if (loaded.article.kind === 'page') return [issue('', 'offer_page')];
    return not(loaded, 'offered', 'chosen') ? [] : [issue('', 'offer_already')];
  },
  run: async (cx, loaded, { note }) => {
    const by = cx.actor.kind === 'anonymous' ? '' : cx.actor.label;
    await sql`insert into showing_offer (article_id, site_id, state, offered_at, offered_by, note)
      values (${loaded.article.articleId}, ${loaded.siteId}, 'offered', ${cx.clock.now()}, ${by}, ${note})
      on conflict (article_id) do update set state = 'offered', site_id = excluded.site_id, section_id = null,
        offered_at = excluded.offered_at, offered_by = excluded.offered_by, note = excluded.note,
        decided_at = null, decided_by = null, version = showing_offer.version + 1`.execute(cx.db);
    return done(loaded, 'offered', note === null ? {} : { note: { new: note } });
  },
});

/** The union takes its offer back; where it was chosen it goes from the national site too. */
export const takeBackShowing = command({
  name: 'showing.take_back',
  input: takeBackInput,
  permission: showingOffer,
  load,
  at: ({ article }) => [article.publisher.id],
  version: ({ offer }) => offer?.version ?? 0,
  check: (loaded): Issue[] => (not(loaded, 'offered', 'chosen') ? [issue('', 'offer_none')] : []),
  run: async (cx, loaded) => {
    await decide(cx, loaded, { state: 'taken_back', sectionId: null, note: null });
    return done(loaded, 'taken_back');
  },
});

/** The national editor shows an offered article, in a section of the national site or among its news. */
export const chooseShowing = command({
  name: 'showing.choose',
  input: chooseInput,
  permission: showingChoose,
  load: async (cx, input) => {
    const loaded = await load(cx, input);
    const section =
      input.section === null
        ? null
        : await maybe(
            cx.db,
            sql<{ id: string }>`select id from section where organisation_id = ${loaded.siteId}
              and slug = ${input.section} and deleted_at is null`,
          );
    return { ...loaded, sectionId: section?.id ?? null };
  },
  at: ({ siteId }) => [siteId],
  version: ({ offer }) => offer?.version ?? 0,
  check: (loaded, { section }): Issue[] => {
    if (not(loaded, 'offered', 'chosen', 'declined')) return [issue('', 'offer_none')];
    return section !== null && loaded.sectionId === null
      ? [issue('section', 'offer_section_unknown', { typed: section })]
      : [];
  },
  run: async (cx, loaded, { section }) => {
    await decide(cx, loaded, { state: 'chosen', sectionId: loaded.sectionId, note: null });
    return done(loaded, 'chosen', {
      section: { old: loaded.offer?.section ?? null, new: section },
    });
  },
});

/** The national editor does not show it, or no longer. */
export const unchooseShowing = command({
  name: 'showing.unchoose',
  input: unchooseInput,
  permission: showingChoose,
  load,
  at: ({ siteId }) => [siteId],
  version: ({ offer }) => offer?.version ?? 0,
  check: (loaded): Issue[] => (not(loaded, 'offered', 'chosen') ? [issue('', 'offer_none')] : []),
  run: async (cx, loaded, { note }) => {
    await decide(cx, loaded, { state: 'declined', sectionId: null, note });
    return done(loaded, 'declined', note === null ? {} : { note: { new: note } });
  },
});

interface Decision {
  readonly state: OfferState;
  readonly sectionId: string | null;
  readonly note: string | null;
}

async function decide(cx: Cx, { article }: Loaded, to: Decision): Promise<void> {
  const by = cx.actor.kind === 'anonymous' ? '' : cx.actor.label;
  await sql`update showing_offer set state = ${to.state}, section_id = ${to.sectionId}, decided_at = ${cx.clock.now()},
      decided_by = ${by}, note = coalesce(${to.note}, note), version = version + 1
    where article_id = ${article.articleId}`.execute(cx.db);
  await refreshArticle(cx, article.articleId);
}
