import { type Day, daysBetween } from '../../../kernel/day.ts';
import { rootCode, site } from '../../../platform/http/addresses.ts';
import type { WebContext } from '../../../platform/http/env.ts';
import { Banners, DefinitionList, Section, type Term } from '../../../ui/index.ts';
import { sectionsOf } from '../../articles/index.ts';
import { admission, entrantNames } from '../../calls/index.ts';
import { latestAlbums, latestMedia, randomPictures } from '../../media/index.ts';
import { organisationId } from '../../organisations/index.ts';
import { articleCards, latestShowings, noticesOf, pinnedOf } from '../../showings/index.ts';
import {
  CallBlock,
  GalleryBlock,
  LeadBlock,
  StoriesBlock,
  type StoryView,
  WatchBlock,
} from '../pages/blocks.tsx';
import { LinkLines, QuoteOfDay } from '../pages/site.tsx';
import {
  itemsOf,
  linkSource,
  type OpenCall,
  openCalls,
  quoteOf,
  siteOf,
} from '../queries/index.ts';
import { addBlock, type BlockKind, type BlockShown, changesToday } from '../service/index.ts';
import { bannerKindNames, blockNames, siteWords, blockWords as words } from '../vi/index.ts';
import { linkOf } from './frame.ts';

type Kind = keyof typeof blockNames;
type Rows = Awaited<ReturnType<typeof latestShowings>>;

const titleOf = (kind: Kind, block: BlockShown): string => block.title ?? blockNames[kind].shown;
const LEAD_OTHERS = 2;
const counts = {
  lead: 3,
  latest: 6,
  section: 4,
  notices: 5,
  open_call: 1,
  gallery: 8,
  listen_watch: 4,
  links: 10,
};

async function cardsOf(c: WebContext, rows: Rows, plain = false): Promise<StoryView[]> {
  const { organisationId: siteId, code: shownAt } = c.var.place;
  return articleCards(c.var.cx, rows, { siteId, shownAt, plain });
}

// The pinned ones first, filled up with the newest.
async function leading(c: WebContext, count: number): Promise<Rows> {
  const { cx, place } = c.var;
  const pinned = await pinnedOf(cx, place.organisationId, count);
  const newest = await latestShowings(cx, place.organisationId, { kind: 'news', limit: count * 2 });
  const known = new Set(pinned.map((one) => one.pid));
  return [...pinned, ...newest.filter((one) => !known.has(one.pid))].slice(0, count);
}

// What stood with its picture on a home is not repeated by the lists of the same page below it.
const leads = new WeakMap<WebContext, Set<string>>();
const mostLeads = 12;

function withoutLead(c: WebContext, rows: Rows, limit: number): Rows {
  const above = leads.get(c) ?? new Set();
  const rest = rows.filter(({ pid }) => !above.has(pid));
  const shown = (rest.length === 0 ? rows : rest).slice(0, limit);
  if (shown[0] !== undefined) leads.set(c, above.add(shown[0].pid));
  return shown;
}

const lead: BlockKind = {
  kind: 'lead',
  label: blockNames.lead.kind,
  places: ['main'],
  count: 1 + LEAD_OTHERS,
  show: async (c, { settings }) => {
    const rows = await leading(c, settings.count ?? counts.lead);
    leads.set(c, new Set(rows.map(({ pid }) => pid)));
    const stories = await cardsOf(c, rows);
    return stories.length === 0 ? null : <LeadBlock stories={stories} />;
  },
};

const latest: BlockKind = {
  kind: 'latest',
  label: blockNames.latest.kind,
  places: ['main', 'aside', 'wide', 'thirds', 'foot'],
  count: counts.latest,
  show: async (c, block) => {
    const { cx, place } = c.var;
    const limit = block.settings.count ?? counts.latest;
    const newest = await latestShowings(cx, place.organisationId, {
      kind: 'news',
      limit: limit + mostLeads,
    });
    if (newest.length === 0) return null;
    const rows = withoutLead(c, newest, limit);
    return (
      <StoriesBlock
        title={titleOf('latest', block)}
        allHref={site(place.code, 'tin')}
        stories={await cardsOf(c, rows)}
        plain={block.place === 'aside'}
      />
    );
  },
};

const section: BlockKind = {
  kind: 'section',
  label: blockNames.section.kind,
  places: ['thirds', 'main', 'aside', 'wide', 'foot'],
  count: counts.section,
  of: {
    label: words.section,
    optional: false,
    options: async (db, id) =>
      (await sectionsOf(db, id)).map((one) => ({ value: one.pid, label: one.name })),
  },
  show: async (c, block) => {
    const { cx, place } = c.var;
    const sections = await sectionsOf(cx.db, place.organisationId);
    const found = sections.find((one) => one.pid === block.settings.of);
    if (found === undefined) return null;
    const limit = block.settings.count ?? counts.section;
    const newest = await latestShowings(cx, place.organisationId, {
      sectionId: found.id,
      limit: limit * 2 + mostLeads,
    });
    // Notices have a block of their own: here they stand only where nothing else is.
    const news = newest.filter(({ kind }) => kind !== 'notice');
    if (newest.length === 0) return null;
    const rows = withoutLead(c, news.length === 0 ? newest : news, limit);
    return (
      <StoriesBlock
        title={block.title ?? found.name}
        allHref={site(place.code, `chuyen-muc/${found.slug}`)}
        stories={await cardsOf(c, rows, true)}
        plain={block.place === 'aside'}
      />
    );
  },
};

const notices: BlockKind = {
  kind: 'notices',
  label: blockNames.notices.kind,
  places: ['aside', 'main', 'wide', 'thirds', 'foot'],
  count: counts.notices,
  show: async (c, block) => {
    const { cx, place } = c.var;
    const rows = await noticesOf(cx, place.organisationId, block.settings.count ?? counts.notices);
    if (rows.length === 0) return null;
    return (
      <StoriesBlock
        title={titleOf('notices', block)}
        allHref={site(place.code, 'thong-bao')}
        stories={await cardsOf(c, rows, true)}
        plain
      />
    );
  },
};

/** Until when, how long that is from today, and who may take part. */
function callTerms(call: OpenCall, closes: string | null, today: Day): Term[] {
  const who = call.entrants.map((kind) => entrantNames[kind]);
  return [
    ...(closes === null
      ? []
      : [
          {
            term: words.deadline,
            value: words.untilIn(closes, daysBetween(today, closes.slice(0, 10))),
          },
        ]),
    ...(who.length === 0 ? [] : [{ term: words.forWhom, value: words.whom(who, call.born) }]),
  ];
}

const openCall: BlockKind = {
  kind: 'open_call',
  label: blockNames.open_call.kind,
  places: ['aside', 'main', 'thirds'],
  count: counts.open_call,
  show: async (c, block) => {
    const { cx, place } = c.var;
    const found = await openCalls(cx.db, place.organisationId, 12);
    const now = cx.clock.now();
    const today = cx.clock.today();
    const turns = found.some(({ phases }) =>
      phases.some(({ opens, closes }) => [opens, closes].some((at) => at?.startsWith(today))),
    );
    if (turns) changesToday(c);
    const open = found.flatMap((call) => {
      const admitted = admission(call.phases, 'entrant', 'save', now);
      return admitted.ok ? [{ call, closes: admitted.phase?.closes ?? null }] : [];
    });
    if (open.length === 0) return null;
    return (
      <>
        {open.slice(0, block.settings.count ?? counts.open_call).map(({ call, closes }) => (
          <CallBlock
            kicker={titleOf('open_call', block)}
            title={call.name}
            href={site(call.organisationCode, `hoi-thi/${call.code}`)}
            terms={callTerms(call, closes, today)}
          />
        ))}
      </>
    );
  },
};

const gallery: BlockKind = {
  kind: 'gallery',
  label: blockNames.gallery.kind,
  places: ['wide', 'foot', 'main'],
  count: counts.gallery,
  styles: ['media'],
  show: async (c, block) => {
    const { cx, place } = c.var;
    const count = block.settings.count ?? counts.gallery;
    const found = await randomPictures(cx.db, place.organisationId, count, cx.clock.today());
    if (found.length === 0) return null;
    return (
      <GalleryBlock
        title={titleOf('gallery', block)}
        allHref={site(place.code, 'thu-vien')}
        pictures={found.map((media) => ({
          media,
          href: site(place.code, `thu-vien/anh/${media.pid}`),
        }))}
      />
    );
  },
};

const listenWatch: BlockKind = {
  kind: 'listen_watch',
  label: blockNames.listen_watch.kind,
  places: ['thirds', 'aside', 'main', 'wide', 'foot'],
  count: counts.listen_watch,
  show: async (c, block) => {
    const { cx, place } = c.var;
    const count = block.settings.count ?? counts.listen_watch;
    const films = await latestMedia(cx.db, place.organisationId, ['video', 'audio'], count);
    const albums = await latestAlbums(cx.db, place.organisationId, count);
    const items = [
      ...films.map((media) => ({
        title: media.title,
        href: site(place.code, `thu-vien/nghe-xem/${media.pid}`),
        mark: words.play(media.kind === 'video'),
        still: media.poster ?? null,
        cover: null,
      })),
      ...albums.map(({ title, href, count: many, cover }) => ({
        title: words.album(title, many),
        href,
        mark: null,
        still: null,
        cover,
      })),
    ].slice(0, count);
    return items.length === 0 ? null : (
      <WatchBlock
        title={titleOf('listen_watch', block)}
        links={[
          { href: site(place.code, 'thu-vien/album'), label: words.albums },
          { href: site(place.code, 'thu-vien/nghe-xem'), label: words.films },
        ]}
        items={items}
      />
    );
  },
};

const quotes: BlockKind = {
  kind: 'quotes',
  label: blockNames.quotes.kind,
  places: ['foot', 'wide', 'main', 'aside', 'thirds'],
  show: async (c) => {
    const { cx, place } = c.var;
    const root = rootCode();
    const rootId = root === null || root === place.code ? null : await organisationId(cx, root);
    const found = await quoteOf(cx.db, place.organisationId, rootId, cx.clock.today());
    return found === null ? null : (
      <QuoteOfDay quote={found} allHref={site(place.code, 'danh-ngon')} />
    );
  },
};

const links: BlockKind = {
  kind: 'links',
  label: blockNames.links.kind,
  places: ['foot', 'thirds', 'aside', 'wide', 'main'],
  count: counts.links,
  show: async (c, block) => {
    const { cx, place } = c.var;
    const rows = await itemsOf(cx.db, linkSource, place.organisationId);
    const shown = rows.slice(0, block.settings.count ?? counts.links).flatMap((row) => {
      const href = linkOf(place.code, row.href);
      return href === null ? [] : [{ label: row.label, href }];
    });
    if (shown.length === 0) return null;
    return (
      <Section
        title={titleOf('links', block)}
        link={{ href: site(place.code, 'lien-ket'), label: siteWords.allLinks }}
      >
        <LinkLines links={shown} />
      </Section>
    );
  },
};

const banners: BlockKind = {
  kind: 'banners',
  label: blockNames.banners.kind,
  places: ['aside', 'main', 'thirds'],
  show: async (c) => {
    const shown = (await c.var.frame()).banners.filter((one) => one.place === 'aside');
    if (shown.length === 0) return null;
    return (
      <Banners
        place="aside"
        items={shown.map((one) => ({ ...one, mark: bannerKindNames[one.kind] }))}
      />
    );
  },
};

const map: BlockKind = {
  kind: 'map',
  label: blockNames.map.kind,
  places: ['thirds', 'aside', 'foot', 'main'],
  show: async (c, block) => {
    const { cx, place } = c.var;
    const row = await siteOf(cx.db, place.organisationId);
    const address = row.address ?? place.contact.address;
    if (address === null) return null;
    const terms = [
      { term: siteWords.address, value: address },
      { term: siteWords.directions, value: row.directions },
      { term: siteWords.phone, value: row.phone ?? place.contact.phone },
    ].filter((term) => term.value !== null);
    return (
      <Section
        title={titleOf('map', block)}
        link={{ href: site(place.code, 'ban-do'), label: words.seeMap }}
      >
        <DefinitionList items={terms} />
      </Section>
    );
  },
};

/** The kinds of blocks of this module: what articles, the library, calls and the site itself have to show. */
export function addOwnBlocks(): void {
  for (const kind of [
    lead,
    latest,
    section,
    notices,
    openCall,
    gallery,
    listenWatch,
    quotes,
    links,
    banners,
    map,
  ])
    addBlock(kind);
}
