import type { Hono } from 'hono';
import type { Child } from 'hono/jsx';
import { joinName } from '../../../kernel/vietnamese/names.ts';
import { NotFound } from '../../../platform/errors.ts';
import { listQuestion } from '../../../platform/forms/list.ts';
import { site } from '../../../platform/http/addresses.ts';
import type { Env, WebContext } from '../../../platform/http/env.ts';
import { organisationOf, thing, toldOf } from '../../../platform/http/linked-data.ts';
import { setFilters } from '../../../platform/records/narrowing.ts';
import type { Term } from '../../../ui/index.ts';
import { ExpertPage, ExpertsPage } from '../pages/experts.tsx';
import { expertByPid, expertFacets, listExperts } from '../queries/index.ts';
import { degreeName, sortDegrees, titleBefore } from '../rules/index.ts';
import type { Expert, ExpertFacets } from '../schema/index.ts';
import { expertWords as words } from '../vi.ts';
import { directoryOf, expertEntry, path, placesOf, titled } from './expert-parts.ts';

const pageSize = 24;
/** More than these are typed, not chosen. */
const mostOptions = 60;

type AskParts = (c: WebContext, pid: string) => Promise<Child | null>;
const parts: AskParts[] = [];

/** Lets a later module put something under the page of an expert: the articles that name the person as author. */
export function addExpertParts(ask: AskParts): void {
  if (!parts.includes(ask)) parts.push(ask);
}

/** The public directory: those who agreed to stand in it. */
export function expertDoors(app: Hono<Env>): void {
  app.get(`/${path}`, listPage);
  app.get(`/${path}/:pid`, expertPage);
}

const home = (c: WebContext) => ({ label: words.home, href: site(c.var.place.code) });

async function listPage(c: WebContext): Promise<Response> {
  const { cx, place, shell } = c.var;
  const action = site(place.code, path);
  const question = listQuestion(action, c.req.query(), {
    filters: ['q', 'linh-vuc', 'hoc-vi', 'hoi'],
    sorts: [],
    sort: '',
  });
  const { values, page } = question;
  const directory = directoryOf(place);
  const facets = await expertFacets(cx, directory);
  const { rows, total } = await listExperts(cx, directory, {
    facets,
    filter: {
      q: values.q ?? '',
      field: values['linh-vuc'] ?? '',
      degree: values['hoc-vi'] ?? '',
      organisation: values.hoi ?? '',
    },
    page,
    size: pageSize,
  });
  const options = optionsOf(facets);
  const labelIn =
    (list: readonly { readonly value: string; readonly label: string }[]) => (value: string) =>
      list.find((one) => one.value === value)?.label ?? value;
  const lead = directory.root ? words.leadRoot : words.lead(place.name);
  return shell.portal(c, {
    title: words.title,
    description: lead,
    crumbs: [home(c), { label: words.title }],
    head: toldOf(c, {
      title: words.title,
      href: question.filtered ? action : question.pageHref(page),
      crumbs: [home(c)],
      indexed: !question.filtered,
      data: [thing('CollectionPage', { name: words.title, description: lead })],
    }),
    body: (
      <ExpertsPage
        lead={lead}
        question={question}
        action={action}
        chips={setFilters(question, {
          q: (value) => `“${value}”`,
          'linh-vuc': (value) => value,
          'hoc-vi': labelIn(options.degrees),
          hoi: labelIn(options.organisations),
        })}
        options={options}
        items={rows.map((one) => expertEntry(c, one))}
        total={total}
        size={pageSize}
      />
    ),
  });
}

function optionsOf({ fields, degrees, organisations }: ExpertFacets) {
  const sorted = fields.toSorted((a, b) => a.localeCompare(b, 'vi'));
  return {
    fields:
      fields.length > mostOptions ? null : sorted.map((field) => ({ value: field, label: field })),
    degrees: sortDegrees(degrees).map((code) => ({ value: code, label: degreeLabel(code) })),
    organisations: organisations.map(({ code, name }) => ({ value: code, label: name })),
  };
}

const degreeLabel = (code: string): string => {
  const name = degreeName(code);
  return name.charAt(0).toLocaleUpperCase('vi') + name.slice(1);
};

async function expertPage(c: WebContext): Promise<Response> {
  const { cx, place, shell } = c.var;
  const one = await expertByPid(cx, directoryOf(place), c.req.param('pid') ?? '');
  if (one === null) throw new NotFound('expert');
  const title = titled(one);
  const href = site(place.code, path);
  const crumbs = [home(c), { label: words.title, href }];
  const under: Child[] = [];
  for (const ask of parts) {
    const part = await ask(c, one.pid);
    if (part !== null) under.push(part);
  }
  return shell.portal(c, {
    title,
    description: words.description(title, one.field, placesOf(one)),
    styles: ['article'],
    crumbs: [...crumbs, { label: title }],
    head: toldOf(c, {
      title,
      href: site(place.code, `${path}/${one.pid}`),
      crumbs,
      type: 'profile',
      data: [personData(c, one)],
    }),
    body: (
      <ExpertPage
        title={title}
        terms={termsOf(one)}
        under={under}
        links={[{ href, label: words.back }]}
      />
    ),
  });
}

function termsOf(one: Expert): Term[] {
  const links = one.organisations.map(({ code, name }, at) => (
    <>
      {at > 0 ? <br /> : null}
      <a href={site(code)}>{name}</a>
    </>
  ));
  const posts = one.posts.map(({ title, organisation }, at) => (
    <>
      {at > 0 ? <br /> : null}
      {title}, {organisation}
    </>
  ));
  return [
    { term: words.degrees, value: one.degrees.map(degreeLabel).join(', ') },
    { term: words.field, value: one.field ?? '' },
    { term: words.workplace, value: one.workplace ?? '' },
    { term: words.posts, value: posts.length === 0 ? '' : posts },
    { term: words.organisations, value: links.length === 0 ? '' : links },
  ].filter(({ value }) => value !== '');
}

const personData = (c: WebContext, one: Expert): object =>
  thing('Person', {
    name: joinName(one),
    honorificPrefix: titleBefore(one.degrees),
    knowsAbout: one.field,
    worksFor: one.workplace === null ? null : { '@type': 'Organization', name: one.workplace },
    jobTitle: one.posts.map(({ title }) => title),
    memberOf: one.organisations.map(({ code, name }) => organisationOf(c, code, name)),
  });
