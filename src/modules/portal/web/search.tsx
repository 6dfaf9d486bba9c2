import { language } from '../../../kernel/language.ts';
import { NotFound } from '../../../platform/errors.ts';
import { listQuestion } from '../../../platform/forms/list.ts';
import { office, rootCode, site, withQuery } from '../../../platform/http/addresses.ts';
import type { WebContext } from '../../../platform/http/env.ts';
import { inLanguage } from '../../../platform/http/language.ts';
import { EntryList, type ListEntry } from '../../../ui/index.ts';
import { publicList } from '../../archive/index.ts';
import { ArticleCard, hitCards, searchShowings } from '../../showings/index.ts';
import {
  OfficeSearch,
  type PublicGroup,
  PublicSearch,
  type SearchGroup,
} from '../pages/search.tsx';
import {
  findActivities,
  findDistinctions,
  findMembers,
  findOrganisations,
  findPersons,
  hereOf,
} from '../queries/index.ts';
import { type Sought, soughtIn } from '../rules.ts';
import type { Found, FoundMember, FoundOrganisation, FoundPerson, FoundRecord } from '../schema.ts';
import { siteWords, searchWords as words } from '../vi/index.ts';
import { helpFor, otherSearch } from './search-help.ts';
import { moreGroups } from './search-more.tsx';

const pageSize = 20;
const groupSize = 10;
const fewHits = 5;
const nothing = { items: [], total: 0 };

const hintFor = (sought: Sought) => (sought.typed === '' ? words.ask : words.tooShort);

/** Public search over the organisations of a site, or of the whole federation at the root. */
export async function publicSearch(c: WebContext) {
  const { cx, place, shell } = c.var;
  const action = site(place.code, 'tim');
  const question = listQuestion(action, c.req.query(), {
    filters: ['q', 'loai', 'ngon-ngu'],
    sorts: ['x'],
    sort: 'x',
  });
  const sought = soughtIn(question.values.q ?? '');
  const asked = sought.patterns.length > 0;
  const root = rootCode();
  if (root === null) throw new NotFound('root');
  const english = language() === 'en';
  // Organisations and solutions are told in Vietnamese only.
  const only = english || question.values.loai === 'bai';
  const groups = asked ? await publicGroups(c, sought.typed, only ? question.page : null) : [];
  const found =
    asked && !only
      ? await findOrganisations(cx.db, {
          sought,
          on: cx.clock.today(),
          under: place.organisationId,
          only: place.code !== root,
          page: question.page,
          size: pageSize,
        })
      : nothing;
  const total = found.total + groups.reduce((sum, group) => sum + group.total, 0);
  const other = await otherSearch(c, sought.typed);
  return shell.portal(c, {
    title: sought.typed === '' ? words.title : words.titleFor(sought.typed),
    crumbs: [
      { label: words.home, href: site(place.code, english ? 'en' : '') },
      { label: words.title },
    ],
    ...(other === null ? {} : { other }),
    styles: ['article'],
    body: (
      <PublicSearch
        action={action}
        typed={sought.typed}
        asked={asked}
        hint={hintFor(sought)}
        items={found.items.map((one) => organisationEntry(one, site(one.code)))}
        groups={groups}
        only={only}
        pager={{
          page: question.page,
          size: pageSize,
          total: only ? (groups[0]?.total ?? 0) : found.total,
          href: question.pageHref,
        }}
        elsewhere={
          place.code === root || !asked || english
            ? null
            : { label: words.elsewhere, href: withQuery(site(root, 'tim'), { q: sought.typed }) }
        }
        directoryHref={
          english ? site(place.code, 'tin', inLanguage()) : site(place.code, 'to-chuc')
        }
        hidden={inLanguage()}
        other={other === null ? null : { ...other, label: words.otherLanguage }}
        {...(await helpFor(c, { typed: sought.typed, asked, total }))}
      />
    ),
  });
}

/** Articles, solutions, experts, documents and activities that hold what was typed; with `page` articles alone, page by page. */
async function publicGroups(c: WebContext, q: string, page: number | null): Promise<PublicGroup[]> {
  const { cx, place } = c.var;
  const atRoot = place.code === rootCode();
  const siteId = atRoot ? null : place.organisationId;
  const size = page === null ? fewHits : pageSize;
  const english = language() === 'en';
  const hits = await searchShowings(cx, {
    siteId,
    q,
    page: page ?? 1,
    size,
    language: english ? 'en' : null,
  });
  const cards = await hitCards(cx, hits.items, { siteId: place.organisationId });
  const articles: PublicGroup = {
    id: 'bai',
    title: words.groups.articles,
    total: hits.total,
    atLeast: hits.more,
    allHref: hits.total > fewHits ? site(place.code, 'tim', { q, loai: 'bai' }) : null,
    children: cards.map((card) => <ArticleCard card={card} level={page === null ? 3 : 2} />),
  };
  if (page !== null) return [articles];
  const under = atRoot ? null : place.organisationId;
  const solutions = await publicList(cx, { under, q, page: 1, size: 3 });
  const entries = solutions.items.map((one) => ({
    href: site(place.code, `kho-giai-phap/${one.pid}`),
    title: one.title,
    meta: [one.prizes.join(', '), String(one.year), one.edition.name].filter(Boolean).join(' · '),
  }));
  return [
    articles,
    {
      id: 'giai-phap',
      title: words.groups.solutions,
      total: solutions.total,
      atLeast: false,
      allHref: solutions.total > 3 ? site(place.code, 'kho-giai-phap', { q }) : null,
      children: <EntryList items={entries} />,
    },
    ...(english ? [] : await moreGroups(c, q)),
  ];
}

function organisationEntry(one: FoundOrganisation, href: string, outside = false): ListEntry {
  const meta = [
    siteWords.kindTitle(one.kind),
    one.parentName,
    one.formerName === null ? null : words.formerName(one.formerName),
    one.closed === null ? null : words.closed(one.closed),
    outside ? words.outside : null,
  ];
  return { title: one.name, href, meta: meta.filter(Boolean).join(' · ') };
}

/** Search in an office: organisations, activities, distinctions and names that the person may see. */
export async function officeSearch(c: WebContext) {
  const { place, shell } = c.var;
  const sought = soughtIn(c.req.query('q') ?? '');
  const asked = sought.patterns.length > 0;
  const groups = asked ? await searchGroups(c, sought) : [];
  const total = groups.reduce((sum, group) => sum + group.total, 0);
  const atLeast = groups.some((group) => group.atLeast);
  return shell.office(c, {
    title: sought.typed === '' ? words.title : words.titleFor(sought.typed),
    lead: asked ? words.count(total, atLeast) : undefined,
    body: (
      <OfficeSearch
        action={office(place.code, 'tim')}
        typed={sought.typed}
        asked={asked}
        hint={hintFor(sought)}
        groups={groups}
        directoryHref={office(place.code, 'to-chuc')}
      />
    ),
  });
}

async function searchGroups(c: WebContext, sought: Sought): Promise<SearchGroup[]> {
  const { cx, place } = c.var;
  const id = place.organisationId;
  const organisations = await findOrganisations(cx.db, {
    sought,
    on: cx.clock.today(),
    under: id,
    only: false,
    page: 1,
    size: groupSize,
  });
  const here = await hereOf(cx, id);
  const activities = await findActivities(cx, here, sought, groupSize);
  const distinctions = await findDistinctions(cx, here, sought, groupSize);
  const members = await findMembers(cx, id, sought, groupSize);
  const persons = await findPersons(cx, here, sought, groupSize);
  const all = (path: string) => office(place.code, path, { q: sought.typed });
  return [
    group('to-chuc', words.groups.organisations, organisations, all('to-chuc'), (one) =>
      organisationEntry(one, officeOr(place.code, one), !one.here),
    ),
    group('hoat-dong', words.groups.activities, activities, all('hoat-dong'), (one) =>
      recordEntry(one, office(place.code, `hoat-dong/${one.pid}`)),
    ),
    group('khen-thuong', words.groups.distinctions, distinctions, all('khen-thuong'), (one) =>
      recordEntry(one, office(place.code, `khen-thuong/${one.pid}`)),
    ),
    group(
      'hoi-vien',
      words.groups.members,
      members,
      office(place.code, 'hoi-vien', { q: sought.typed, 'tinh-trang': 'tat-ca' }),
      (one) => memberEntry(place.code, one),
    ),
    group('nguoi', words.groups.persons, persons, null, (one) => personEntry(place.code, one)),
  ];
}

function group<Item>(
  id: string,
  title: string,
  found: Found<Item>,
  allHref: string | null,
  entry: (item: Item) => ListEntry,
): SearchGroup {
  return {
    id,
    title,
    total: found.total,
    atLeast: found.atLeast ?? false,
    items: found.items.map(entry),
    allHref: found.total > found.items.length ? allHref : null,
  };
}

function recordEntry(one: FoundRecord, href: string): ListEntry {
  const meta = [one.kind, one.organisation, siteWords.date(one.day)];
  return { title: one.title, href, meta: meta.filter(Boolean).join(' · ') };
}

function memberEntry(code: string, one: FoundMember): ListEntry {
  const born = one.birthDate === null ? null : words.born(one.birthDate);
  return {
    title: one.name,
    href: office(code, `hoi-vien/nguoi/${one.pid}`),
    meta: [one.organisations.join(', '), born].filter(Boolean).join(' · '),
  };
}

function personEntry(code: string, one: FoundPerson): ListEntry {
  const href =
    one.distinctions > 0 ? office(code, 'khen-thuong', { q: one.name }) : office(code, 'quyen');
  const meta = [
    one.distinctions > 0 ? words.personDistinctions(one.distinctions) : null,
    one.grants > 0 ? words.personGrants(one.grants) : null,
  ];
  return { title: one.name, href, meta: meta.filter(Boolean).join(' · ') };
}

// The office knows what stands at or below it; of the others there is the public page.
const officeOr = (code: string, one: FoundOrganisation): string =>
  one.here ? office(code, `to-chuc/${one.code}`) : site(one.code);
