import type { Hono } from 'hono';
import { formatDate } from '../../../kernel/vietnamese/dates.ts';
import { once } from '../../../platform/command.ts';
import { type ListQuestion, listQuestion } from '../../../platform/forms/list.ts';
import { office } from '../../../platform/http/addresses.ts';
import { formOf } from '../../../platform/http/body.ts';
import type { Env, WebContext } from '../../../platform/http/env.ts';
import {
  fewerFilters,
  pickedCode,
  pickedName,
  setFilters,
} from '../../../platform/records/narrowing.ts';
import { offers } from '../../../platform/records/section.ts';
import { ButtonLink } from '../../../ui/index.ts';
import { sectionTabs } from '../../people/index.ts';
import type { PrintOrder } from '../jobs.ts';
import { CardList, type ListedCard } from '../pages/list.tsx';
import { cardRead, cardWrite } from '../policy.ts';
import { type CardFilter, countCards, listCards } from '../queries/index.ts';
import { atOnce, type CardState, cardStates, stateOn } from '../rules.ts';
import type { Card } from '../schema.ts';
import { printCards } from '../sheets/index.ts';
import { stateNames, words } from '../vi.ts';
import { latest } from './printing.tsx';
import {
  allow,
  type OwnerChoice,
  ordered,
  ownersOf,
  pathOf,
  placeHere,
  sheetsOf,
  suggestOwners,
} from './shared.ts';

const pageSize = 50;
const filters = ['q', 'tinh-trang', 'don-vi'];
const sorts = { ten: 'person', so: 'number', ngay: 'issued' } as const;

export function listDoors(app: Hono<Env>): void {
  app.get('/hoi-vien/the', listPage);
  app.get('/hoi-vien/the/don-vi', suggestOwners);
  app.post('/hoi-vien/the/in', print);
}

function questionOf(c: WebContext, typed: Record<string, string>): ListQuestion {
  return listQuestion(pathOf(c), typed, { filters, sorts: Object.keys(sorts), sort: 'ten' });
}

function filterOf(c: WebContext, { values }: ListQuestion, owners: OwnerChoice): CardFilter {
  return {
    under: c.var.place.organisationId,
    organisation: pickedCode(owners.options, values['don-vi']),
    state: cardStates.find((state) => state === values['tinh-trang']) ?? null,
    q: values.q ?? '',
  };
}

async function listPage(c: WebContext): Promise<Response> {
  allow(c, cardRead);
  const { cx, place } = c.var;
  const question = questionOf(c, c.req.query());
  const owners = await ownersOf(c);
  const filter = filterOf(c, question, owners);
  const order = {
    sort: sorts[question.sort as keyof typeof sorts],
    descending: question.descending,
  };
  const page = { page: question.page, size: pageSize };
  const { rows, total } = await listCards(cx, { ...filter, ...order, ...page });
  const writer = offers(c, cardWrite);
  const chips = setFilters(question, {
    q: words.searchChip,
    'tinh-trang': (value) => stateNames[value as CardState] ?? value,
    'don-vi': (value) => pickedName(owners.options, value),
  });
  const fewer =
    total > 0
      ? null
      : await fewerFilters(chips, withoutFilter, (one) => countCards(cx, { ...filter, ...one }));
  return c.var.shell.office(c, {
    title: words.list,
    lead: total === 0 ? words.listOf(place.shortName) : words.found(total, question.filtered),
    before: sectionTabs(c, 'cards'),
    action: writer ? (
      <ButtonLink kind="primary" icon="plus" href={pathOf(c, 'cap')}>
        {words.issue}
      </ButtonLink>
    ) : undefined,
    body: (
      <CardList
        question={question}
        path={pathOf(c)}
        rows={rows.map((row) => listed(c, row))}
        total={total}
        size={pageSize}
        organisations={owners.organisations}
        suggestHref={owners.suggestHref}
        chips={chips}
        would={
          fewer === null
            ? null
            : { ...words.wouldFind(fewer.label, fewer.total), href: fewer.removeHref }
        }
        record={writer ? { href: pathOf(c, 'cap'), importHref: pathOf(c, 'mau') } : null}
        links={[
          ...(writer ? [{ href: pathOf(c, 'mau'), label: words.design }] : []),
          { href: office(place.code, 'hoi-vien/nhan'), label: words.labels },
        ]}
        printAction={pathOf(c, 'in')}
        latest={await latest(c, 'cards')}
        printHidden={{ ...question.values, _key: cx.ids.pid() }}
      />
    ),
  });
}

const withoutFilter: Readonly<Record<string, Partial<CardFilter>>> = {
  'don-vi': { organisation: null },
  'tinh-trang': { state: null },
  q: { q: '' },
};

function listed(c: WebContext, row: Card): ListedCard {
  return {
    href: pathOf(c, row.pid),
    person: row.personName,
    number: row.number,
    organisation: row.organisationName,
    branch: row.branch ?? '',
    issued: formatDate(row.issuedOn),
    until: row.validUntil === null ? words.noEnd : formatDate(row.validUntil),
    state: stateOn(row, c.var.cx.clock.today()),
  };
}

/** Prints what the list shows: at once when there are few, else as a job. */
async function print(c: WebContext): Promise<Response> {
  allow(c, cardRead);
  const { values, key } = await formOf(c);
  const filter = filterOf(c, questionOf(c, values), await ownersOf(c));
  const place = placeHere(c);
  const how = sheetsOf(c, { sheets: true, back: values.back !== undefined });
  const href = await once(c.var.cx, key, async (cx) => {
    const total = await countCards(cx, filter);
    if (total === 0) return { keep: false, answer: pathOf(c) };
    if (total > atOnce) {
      const order: PrintOrder = { place, filter, how };
      return { keep: true, answer: await ordered(c, cx, 'cards.print', order) };
    }
    const printed = await printCards(cx, place, filter, { ...how, leftOut: 0 });
    return { keep: true, answer: pathOf(c, `ban-in/${printed?.pid}`) };
  });
  return c.redirect(href, 303);
}
