import type { Hono } from 'hono';
import { addDays } from '../../../kernel/day.ts';
import { calendarOf } from '../../../kernel/icalendar.ts';
import { formatDate } from '../../../kernel/vietnamese/dates.ts';
import { NotFound } from '../../../platform/errors.ts';
import { type ListQuestion, listQuestion } from '../../../platform/forms/list.ts';
import { site } from '../../../platform/http/addresses.ts';
import { siteOf } from '../../../platform/http/client.ts';
import type { Env, WebContext } from '../../../platform/http/env.ts';
import { organisationOf, thing, toldOf, wholeOf } from '../../../platform/http/linked-data.ts';
import { setFilters } from '../../../platform/records/narrowing.ts';
import type { ListEntry } from '../../../ui/index.ts';
import { ActivityAside, ActivitySiteList, ActivitySitePage } from '../pages/site.tsx';
import { publicActivities, publicActivity, publicFacets } from '../queries/index.ts';
import type { PublicActivity } from '../schema/index.ts';
import { words as officeWords, roleNames, siteWords as words } from '../vi.ts';

const path = 'hoat-dong';
const pageSize = 20;
/** What comes next is shown in full, up to a number that nobody reaches. */
const mostComing = 50;
/** A calendar has what was in the last year, and all that comes. */
const calendarDays = 366;
const mostInCalendar = 500;

/** What everybody may know of activities. */
export function activitySite(app: Hono<Env>): void {
  app.get(`/${path}`, listPage);
  app.get(`/${path}.ics`, calendar);
  app.get(`/${path}/:pid`, onePage);
}

const home = (c: WebContext) => ({ label: words.home, href: site(c.var.place.code) });

const daysOf = ({ startsOn, endsOn }: PublicActivity): string =>
  officeWords.days(formatDate(startsOn), endsOn === null ? null : formatDate(endsOn));

const entryOf =
  (c: WebContext) =>
  (one: PublicActivity): ListEntry => ({
    title: one.title,
    href: site(c.var.place.code, `${path}/${one.pid}`),
    meta: [
      daysOf(one),
      one.kindName,
      one.place,
      one.organisationCode === c.var.place.code ? null : one.organisationShort,
    ]
      .filter(Boolean)
      .join(' · '),
  });

async function listPage(c: WebContext): Promise<Response> {
  const { cx, place, shell } = c.var;
  const action = site(place.code, path);
  const question = listQuestion(action, c.req.query(), {
    filters: ['q', 'loai', 'nam'],
    sorts: [],
    sort: '',
  });
  const { values, page, filtered } = question;
  const year = yearOf(values.nam);
  const under = place.organisationId;
  const filter = { under, q: values.q ?? '', kind: values.loai ?? '', year };
  const coming = filtered
    ? null
    : await publicActivities(cx, { under, when: 'coming', page: 1, size: mostComing });
  const found = await publicActivities(cx, {
    ...filter,
    ...(filtered ? {} : { when: 'past' }),
    page,
    size: pageSize,
  });
  const facets = await publicFacets(cx, under);
  const title = onlyYear(question) && year !== null ? words.inYear(year) : words.title;
  const lead = words.lead(place.name);
  return shell.portal(c, {
    title,
    description: lead,
    styles: ['article'],
    crumbs: [
      home(c),
      ...(title === words.title ? [] : [{ label: words.title, href: action }]),
      { label: title },
    ],
    head: toldOf(c, {
      title,
      href: filtered && !onlyYear(question) ? action : question.pageHref(page),
      crumbs: [home(c)],
      indexed: !filtered || onlyYear(question),
      data: [thing('CollectionPage', { name: title, description: lead })],
      links: [
        {
          rel: 'alternate',
          type: 'text/calendar',
          title: words.calendarName(place.name),
          href: wholeOf(c, site(place.code, `${path}.ics`)),
        },
      ],
    }),
    body: (
      <ActivitySiteList
        title={title}
        lead={lead}
        question={question}
        action={action}
        chips={setFilters(question, {
          q: (value) => `“${value}”`,
          loai: (value) => facets.kinds.find(({ code }) => code === value)?.name ?? value,
          nam: (value) => officeWords.yearChip(value),
        })}
        kinds={facets.kinds.map(({ code, name }) => ({ value: code, label: name }))}
        coming={page === 1 ? (coming?.rows ?? []).map(entryOf(c)) : []}
        items={found.rows.map(entryOf(c))}
        total={found.total}
        nothing={!filtered && found.total === 0 && coming?.total === 0}
        size={pageSize}
      />
    ),
    aside: (
      <ActivityAside
        years={facets.years.map((one) => ({
          ...one,
          href: site(place.code, path, { nam: one.year }),
          current: one.year === year,
        }))}
        all={year === null ? null : action}
        calendar={wholeOf(c, site(place.code, `${path}.ics`))}
      />
    ),
  });
}

const onlyYear = ({ values }: ListQuestion): boolean =>
  (values.nam ?? '') !== '' && (values.q ?? '') === '' && (values.loai ?? '') === '';

/** What cannot be a year finds nothing. */
const yearOf = (typed = ''): number | null =>
  typed === '' ? null : /^[1-9]\d{3}$/.test(typed) ? Number(typed) : 1;

async function onePage(c: WebContext): Promise<Response> {
  const { cx, place, shell } = c.var;
  const one = await publicActivity(cx, place.organisationId, c.req.param('pid') ?? '');
  if (one === null) throw new NotFound('activity');
  const { title } = one;
  const crumbs = [home(c), { label: words.title, href: site(place.code, path) }];
  return shell.portal(c, {
    title,
    description: words.description(one.kindName, daysOf(one), one.organisationName),
    crumbs: [...crumbs, { label: title.length > 60 ? `${title.slice(0, 59)}…` : title }],
    head: toldOf(c, {
      title,
      // Of an association the page stands on several sites; it is at home on its own.
      href: site(one.organisationCode, `${path}/${one.pid}`),
      crumbs,
      data: [eventData(c, one)],
    }),
    body: (
      <ActivitySitePage
        title={title}
        kicker={one.kindName}
        terms={[
          { term: words.days, value: daysOf(one) },
          ...(one.place === null ? [] : [{ term: words.place, value: one.place }]),
          {
            term: words.organisation,
            value: <a href={site(one.organisationCode)}>{one.organisationName}</a>,
          },
          { term: words.role, value: roleNames[one.role] },
        ]}
        links={[{ href: site(place.code, path), label: words.back }]}
      />
    ),
  });
}

const eventData = (c: WebContext, one: PublicActivity): object =>
  thing('Event', {
    name: one.title,
    startDate: one.startsOn,
    endDate: one.endsOn ?? one.startsOn,
    location: one.place === null ? null : { '@type': 'Place', name: one.place, address: one.place },
    organizer:
      one.role === 'participant'
        ? null
        : organisationOf(c, one.organisationCode, one.organisationName),
    url: wholeOf(c, site(one.organisationCode, `${path}/${one.pid}`)),
  });

async function calendar(c: WebContext): Promise<Response> {
  const { cx, place } = c.var;
  const { rows } = await publicActivities(cx, {
    under: place.organisationId,
    since: addDays(cx.clock.today(), -calendarDays),
    page: 1,
    size: mostInCalendar,
  });
  const { hostname } = new URL(siteOf(c));
  const body = calendarOf({
    name: words.calendarName(place.name),
    language: 'vi',
    href: wholeOf(c, site(place.code, path)),
    events: rows.map((one) => ({
      uid: `${one.pid}@${hostname}`,
      title: one.title,
      startsOn: one.startsOn,
      endsOn: one.endsOn,
      place: one.place,
      description: `${one.organisationName}: ${roleNames[one.role]}`,
      category: one.kindName,
      href: wholeOf(c, site(one.organisationCode, `${path}/${one.pid}`)),
      stamp: one.createdAt,
      sequence: one.version - 1,
    })),
  });
  return c.body(body, 200, {
    'content-type': 'text/calendar; charset=utf-8',
    'cache-control': 'no-cache',
  });
}
