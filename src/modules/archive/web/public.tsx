import type { Hono } from 'hono';
import { listQuestion } from '../../../platform/forms/list.ts';
import { rootCode, site } from '../../../platform/http/addresses.ts';
import type { Env, WebContext } from '../../../platform/http/env.ts';
import { setFilters } from '../../../platform/records/narrowing.ts';
import type { LinkItem, SelectOption } from '../../../ui/index.ts';
import { ArchiveList, type ArchiveProps } from '../pages/archive.tsx';
import { Solution, TransferCard } from '../pages/solution.tsx';
import { type EntryFacet, entryFacets } from '../queries/index.ts';
import { publicList, publicOne, type Shown } from '../service/index.ts';
import { siteWords as words } from '../vi/index.ts';
import { feed } from './feed.ts';
import { crumbsTo, path, scopeOf } from './shared.ts';
import { asked, askPage, sentPage } from './transfer.tsx';

const pageSize = 20;
/** More than these are not chosen from a list. */
const mostOptions = 80;

/** The public archive on the site of a union; at the root of every union's. */
export function archiveSite(app: Hono<Env>): void {
  app.get(`/${path}`, listPage);
  app.get(`/${path}/nguon-tin`, feed);
  app.get(`/${path}/:pid`, solutionPage);
  app.get(`/${path}/:pid/lien-he`, askPage);
  app.post(`/${path}/:pid/lien-he`, asked);
  app.get(`/${path}/:pid/da-gui`, sentPage);
}

const filters = ['q', 'linh-vuc', 'nam', 'giai', 'lan', 'lien-hiep-hoi'] as const;

async function listPage(c: WebContext): Promise<Response> {
  const { cx, place, shell } = c.var;
  const action = site(place.code, path);
  const under = scopeOf(c);
  const question = listQuestion(action, c.req.query(), { filters, sorts: ['nam'], sort: 'nam' });
  const { values } = question;
  const { items, total } = await publicList(cx, {
    under,
    q: values.q ?? '',
    field: values['linh-vuc'] ?? '',
    year: yearOf(values.nam),
    edition: values.lan ?? '',
    prize: values.giai ?? '',
    union: values['lien-hiep-hoi'] ?? '',
    page: question.page,
    size: pageSize,
  });
  const options = optionsOf(await entryFacets(cx, under), values['lien-hiep-hoi'] ?? '', under);
  const label = (name: keyof typeof options) => (value: string) =>
    options[name].find((one) => one.value === value)?.label ?? value;
  const lead = words.lead(under === null ? null : place.name);
  return shell.portal(c, {
    title: words.title,
    description: lead,
    crumbs: crumbsTo(c),
    body: (
      <ArchiveList
        title={words.title}
        lead={lead}
        question={question}
        action={action}
        chips={setFilters(question, {
          q: (value) => `“${value}”`,
          'linh-vuc': label('linh-vuc'),
          nam: label('nam'),
          giai: label('giai'),
          lan: label('lan'),
          'lien-hiep-hoi': label('lien-hiep-hoi'),
        })}
        options={options}
        items={items.map((one) => ({
          title: one.title,
          href: site(place.code, `${path}/${one.pid}`),
          meta: metaOf(one, under === null),
        }))}
        total={total}
        size={pageSize}
        links={linksOf(c, under)}
      />
    ),
  });
}

/** What cannot be a year finds nothing. */
const yearOf = (typed = ''): number | null =>
  typed === '' ? null : /^\d{4}$/.test(typed) ? Number(typed) : -1;

// The name of an edition mostly says its year.
const metaOf = (one: Shown, union: boolean): string =>
  [
    one.prizes.join(', '),
    one.field,
    one.authors.map(({ name }) => name).join(', '),
    one.edition.name,
    one.edition.name.includes(String(one.year)) ? null : String(one.year),
    union ? one.union.shortName : null,
  ]
    .filter(Boolean)
    .join(' · ');

function optionsOf(
  facets: readonly EntryFacet[],
  union: string,
  under: string | null,
): ArchiveProps['options'] {
  const of = (by: EntryFacet['by']): SelectOption[] =>
    facets
      .filter((one) => one.by === by)
      .map(({ value, label }) => ({ value, label }))
      .toSorted((a, b) => a.label.localeCompare(b.label, 'vi'));
  const few = (options: SelectOption[]) => (options.length > mostOptions ? [] : options);
  return {
    'linh-vuc': few(of('field')),
    nam: of('year').toReversed(),
    giai: few(of('prize')),
    // All unions have too many editions to choose from.
    lan: under === null && union === '' ? [] : few(of('edition')),
    'lien-hiep-hoi': of('union'),
  };
}

function linksOf(c: WebContext, under: string | null): LinkItem[] {
  const root = rootCode();
  return [
    ...(under === null || root === null ? [] : [{ href: site(root, path), label: words.all }]),
    { href: site(c.var.place.code, `${path}/nguon-tin`), label: words.feed },
  ];
}

async function solutionPage(c: WebContext): Promise<Response> {
  const { cx, place, shell } = c.var;
  const one = await publicOne(cx, scopeOf(c), c.req.param('pid') ?? '');
  const { title, edition, union } = one;
  return shell.portal(c, {
    title,
    description: words.description(title, edition.name),
    crumbs: crumbsTo(c, { label: title.length > 60 ? `${title.slice(0, 59)}…` : title }),
    body: (
      <Solution
        title={title}
        kicker={edition.name}
        terms={[
          { term: words.award, value: one.prizes.join(', ') || words.noPrize },
          ...(one.field === null ? [] : [{ term: words.field, value: one.field }]),
          { term: words.edition, value: edition.name },
          { term: words.year, value: String(one.year) },
          { term: words.union, value: <a href={site(union.code)}>{union.name}</a> },
        ]}
        authors={one.authors}
        answers={one.answers}
        note={one.imported ? words.imported : null}
        links={[{ href: site(place.code, path), label: words.back }]}
      />
    ),
    aside: <TransferCard href={site(place.code, `${path}/${one.pid}/lien-he`)} />,
  });
}
