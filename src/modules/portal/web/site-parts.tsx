import { site } from '../../../platform/http/addresses.ts';
import type { Place, WebContext } from '../../../platform/http/env.ts';
import type { Figure, LinkItem, TimelineItem } from '../../../ui/index.ts';
import { publicDashboards } from '../../dashboards/index.ts';
import { publishedReports } from '../../reports/index.ts';
import type { MemberGroup, NameLink } from '../pages/home.tsx';
import { byLetter, commonStart, intoColumns, memberKinds, withoutWords } from '../rules.ts';
import type { About, Child, Headcount, HistoryEntry, PublicDistinction } from '../schema.ts';
import { siteWords as words } from '../vi/index.ts';
import { contactTerms } from './site-terms.tsx';

// From this many on a list of names is filed by letter.
const manyNames = 30;

/** The sentence that says who the organisation is, made from the records. */
export function siteLead(place: Place, about: About, children: readonly Child[]): string {
  const kinds = Map.groupBy(children, (child) => child.kind);
  const counts = [...kinds].map(([kind, list]) => ({ kind, count: list.length }));
  return words.lead({
    name: place.shortName,
    founded: about.founded,
    parents: about.parents.map((parent) => parent.name),
    counts: counts.filter(({ kind }) => memberKinds.includes(kind)),
  });
}

/** The row of figures: each opens publicly; one without records behind it is left out. */
export function homeFigures(
  code: string,
  children: readonly Child[],
  heads: Headcount,
  distinctions: number,
  aboutHref: string | null,
): Figure[] {
  const members = children.filter((child) => memberKinds.includes(child.kind));
  const mixed = members.some((child) => !child.kind.endsWith('association'));
  const figures: Figure[] = [];
  const add = (value: number | null, label: string, href: string) => {
    if (value !== null && value > 0) figures.push({ value: words.number(value), label, href });
  };
  add(members.length, mixed ? words.figures.unions : words.figures.members, site(code, 'to-chuc'));
  add(heads.members, words.figures.headcount, site(code, 'so-lieu'));
  add(heads.intellectuals, words.figures.intellectuals, site(code, 'so-lieu'));
  add(distinctions, words.figures.distinctions, `${aboutHref ?? ''}#khen-thuong`);
  return figures;
}

/** Members by kind; a long kind is filed by letter, without the words that all names begin with. */
export function memberGroups(children: readonly Child[]): MemberGroup[] {
  const kinds = [...Map.groupBy(children, (child) => child.kind)];
  return kinds.map(([kind, list]) => {
    const many = list.length >= manyNames;
    const start = many ? commonStart(list.map((child) => child.shortName)) : '';
    const named = list.map((child) => ({
      child,
      title: many
        ? withoutWords(child.shortName.slice(start.length), words.placeWords)
        : child.name,
    }));
    if (many) named.sort((a, b) => words.compare(a.title, b.title));
    return {
      id: `thanh-vien-${kind.replaceAll('_', '-')}`,
      title: words.membersTitle(kind),
      columns: many ? lettered(named) : plain(named),
    };
  });
}

interface Named {
  readonly child: Child;
  readonly title: string;
}

const linkOf = ({ child, title }: Named): NameLink => ({
  href: site(child.code),
  title,
  meta: child.special ? words.specialMark : undefined,
});

function plain(named: readonly Named[]): MemberGroup['columns'] {
  return intoColumns(named, named.length > 1 ? 2 : 1).map((column) => [
    { letter: null, items: column.map(linkOf) },
  ]);
}

function lettered(named: readonly Named[]): MemberGroup['columns'] {
  // A letter's heading takes about as much room as a name.
  const columns = intoColumns(
    byLetter(named, (one) => one.title),
    3,
    (g) => g.items.length + 1,
  );
  return columns.map((column) =>
    column.map((group) => ({ letter: group.letter, items: group.items.map(linkOf) })),
  );
}

export function historyItems(entries: readonly HistoryEntry[]): TimelineItem[] {
  return entries.map((entry) => {
    if (entry.what === 'members') {
      const several = entry.count > 1;
      return {
        when: words.yearOf(entry.day),
        title: several ? words.membersJoined(entry.count) : words.oneJoined(entry.title),
        children: several ? entry.title : undefined,
      };
    }
    return {
      when: words.date(entry.day),
      title: words.historyWhat[entry.what](entry.title),
      children: entry.detail ?? undefined,
      big: ['founded', 'renamed', 'closed'].includes(entry.what),
    };
  });
}

export function distinctionEntries(items: readonly PublicDistinction[]) {
  return items.map((item) => ({
    title: words.distinctionBy([item.title, item.class].filter(Boolean).join(' '), item.giver),
    meta: [words.date(item.day), item.decisionNo, item.note].filter(Boolean).join(' · '),
  }));
}

/** Where to read on: pages of this site, then what stands above it. */
export function linksOf(
  place: Place,
  about: About,
  has: {
    readonly about: string | null;
    readonly headcounts: boolean;
    readonly published: readonly LinkItem[];
  },
): LinkItem[] {
  const links: LinkItem[] = [];
  if (has.about !== null) links.push({ label: words.about, href: has.about });
  links.push({ label: words.membersAll, href: site(place.code, 'to-chuc') });
  if (has.headcounts) links.push({ label: words.figuresPage, href: site(place.code, 'so-lieu') });
  links.push(...has.published);
  if (contactTerms(about).length > 0) {
    links.push({ label: words.contact, href: site(place.code, 'lien-he') });
  }
  for (const parent of about.parents) links.push({ label: parent.name, href: site(parent.code) });
  return links;
}

/** Pages of what the organisation has made public: reports, dashboards. Two queries. */
export async function publishedLinks({ var: { cx, place } }: WebContext): Promise<LinkItem[]> {
  const links: LinkItem[] = [];
  const reports = await publishedReports(cx, place.organisationId);
  const dashboards = await publicDashboards(cx.db, place.organisationId);
  if (reports.length > 0)
    links.push({ label: words.reportsPage, href: site(place.code, 'bao-cao') });
  if (dashboards.length > 0)
    links.push({ label: words.dashboardsPage, href: site(place.code, 'bang-so-lieu') });
  return links;
}
