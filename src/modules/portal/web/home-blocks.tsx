import { site } from '../../../platform/http/addresses.ts';
import { keepFor } from '../../../platform/http/shown.ts';
import { EntryList, Figures, SearchForm, Section } from '../../../ui/index.ts';
import { listBulletins } from '../../bulletins/index.ts';
import { openPoll, PollBox, pollView } from '../../discussions/index.ts';
import { addArticleParts, hrefOf, showingsByPids } from '../../showings/index.ts';
import { addBlock, type BlockKind } from '../../sites/index.ts';
import { addReadNames, mostReadNamed, readsOf, visitBlock } from '../../visits/index.ts';
import { childrenOf, distinctionsOf, headcountOf } from '../queries/index.ts';
import { siteWords, blockWords as words } from '../vi/index.ts';
import { homeFigures } from './site-parts.tsx';

/** How old the count of an article's reads may be on the page that everybody is sent. */
const keptMs = 600_000;

const everywhere = ['thirds', 'aside', 'main', 'wide', 'foot'] as const;

const figures: BlockKind = {
  kind: 'figures',
  label: words.figures,
  places: ['wide', 'main', 'foot'],
  show: async (c) => {
    const { cx, place } = c.var;
    const today = cx.clock.today();
    const id = place.organisationId;
    const given = await distinctionsOf(cx.db, id, 1);
    const heads = await headcountOf(cx.db, id, today);
    const children = await childrenOf(cx.db, id, today);
    const items = homeFigures(
      place.code,
      children,
      heads,
      given.total,
      site(place.code, 'gioi-thieu'),
    );
    return items.length === 0 ? null : (
      <Figures items={items} note={siteWords.figures.note(today)} />
    );
  },
};

const search: BlockKind = {
  kind: 'search',
  label: words.search,
  places: ['aside', 'thirds', 'main'],
  show: (c, { title }) => (
    <Section title={title ?? siteWords.quickSearch}>
      <SearchForm
        id="tim-nhanh"
        action={site(c.var.place.code, 'tim')}
        label={words.searchLabel}
        labelShown
      />
      <p class="help">{siteWords.searchHelp}</p>
    </Section>
  ),
};

const poll: BlockKind = {
  kind: 'poll',
  label: words.poll,
  places: ['aside', 'thirds', 'main'],
  styles: ['discussion'],
  show: async (c) => {
    const { cx, place } = c.var;
    const found = await openPoll(cx.db, place.organisationId, cx.clock.today());
    return found === null ? null : <PollBox {...(await pollView(c, found, site(place.code)))} />;
  },
};

const mostReadBlock: BlockKind = {
  kind: 'most_read',
  label: words.mostRead,
  places: everywhere,
  count: 5,
  show: async (c, { title, settings }) => {
    const { cx, place } = c.var;
    const rows = await mostReadNamed(cx, {
      organisationId: place.organisationId,
      kind: 'article',
      span: 'week',
      limit: settings.count ?? 5,
    });
    const items = rows.flatMap(({ name }) =>
      name === null || name.href === null ? [] : [{ title: name.title, href: name.href }],
    );
    return items.length === 0 ? null : (
      <Section title={title ?? words.mostReadTitle}>
        <EntryList numbered items={items} />
      </Section>
    );
  },
};

const visitsBlock: BlockKind = {
  kind: 'visits',
  label: words.visits,
  places: everywhere,
  show: (c) => visitBlock(c),
};

const bulletin: BlockKind = {
  kind: 'bulletin',
  label: words.bulletin,
  places: everywhere,
  count: 3,
  show: async (c, { title, settings }) => {
    const { cx, place } = c.var;
    const { rows } = await listBulletins(cx, {
      organisationId: place.organisationId,
      published: true,
      page: 1,
      size: settings.count ?? 3,
    });
    return rows.length === 0 ? null : (
      <Section
        title={title ?? words.bulletin}
        link={{ href: site(place.code, 'ban-tin'), label: words.all }}
      >
        <EntryList
          items={rows.map((row) => ({
            title: words.issue(row.number, row.year),
            href: site(place.code, `ban-tin/${row.pid}`),
            meta: row.title,
          }))}
        />
      </Section>
    );
  },
};

/** The kinds of blocks that need several modules, and what counted articles are called. */
export function addHomeBlocks(): void {
  for (const kind of [figures, search, poll, mostReadBlock, visitsBlock, bulletin]) addBlock(kind);
  addArticleParts(async (c, { pid }) => {
    const reads = (await readsOf(c.var.cx.db, 'article', [pid])).get(pid) ?? 0;
    keepFor(c, keptMs);
    return reads === 0 ? null : { counts: [words.reads(reads)] };
  });
  addReadNames('article', async (cx, _organisationId, pids) => {
    const rows = await showingsByPids(cx, pids);
    return new Map(rows.map((row) => [row.pid, { title: row.title, href: hrefOf(row) }]));
  });
}
