import type { Hono } from 'hono';
import { vietnamDay } from '../../../kernel/clock.ts';
import { lastDay } from '../../../kernel/date-range.ts';
import { formatDate } from '../../../kernel/vietnamese/dates.ts';
import { joinName } from '../../../kernel/vietnamese/names.ts';
import { execute } from '../../../platform/command.ts';
import { wordsOf } from '../../../platform/forms/words.ts';
import { withQuery } from '../../../platform/http/addresses.ts';
import { formOf } from '../../../platform/http/body.ts';
import type { Env, WebContext } from '../../../platform/http/env.ts';
import { lastRestoreDay } from '../../../platform/records/deleting.ts';
import { fewerFilters, sameQuestion } from '../../../platform/records/narrowing.ts';
import { offers } from '../../../platform/records/section.ts';
import { Alert, ButtonLink, formatCount, type LinkItem, Toast } from '../../../ui/index.ts';
import { type ListedMember, MemberList } from '../pages/list.tsx';
import { sectionTabs } from '../pages/tabs.tsx';
import { personCreate, personWrite } from '../policy.ts';
import { countMembers, findPersonRecord, listMembers, savedFilters } from '../queries/index.ts';
import { degreeCodes, degreeName, formatPartialDate, formatPhone } from '../rules/index.ts';
import type { Member, PersonFilter } from '../schema/index.ts';
import { byNumber, deleteFilter, saveFilter } from '../service/index.ts';
import { genderNames, membershipKindNames, personIssues, stateNames, words } from '../vi.ts';
import {
  type AskedMembers,
  askedMembers,
  genderWords,
  kindWords,
  memberFilters,
  stateWords,
} from './asked.ts';
import { pathOf, personPath, suggest } from './shared.ts';

const pageSize = 50;

export function listDoors(app: Hono<Env>): void {
  app.get('/hoi-vien', (c) => listPage(c));
  app.get('/hoi-vien/goi-y', suggest);
  app.post('/hoi-vien/bo-loc', keepFilter);
  app.post('/hoi-vien/bo-loc/:filter/xoa', forgetFilter);
}

interface Refused {
  /** The query of the list that was open. */
  readonly query: string;
  readonly name: string;
  readonly error: string;
}

async function listPage(c: WebContext, refused?: Refused): Promise<Response> {
  const { cx, place } = c.var;
  const query = refused && Object.fromEntries(new URLSearchParams(refused.query));
  const asked = await askedMembers(c, pathOf(c), query);
  const { question, under, sort } = asked;
  const filter = await byNumber(cx, under, asked.filter);
  const { rows, total, atLeast } = await listMembers(cx, {
    under,
    filter,
    sort,
    descending: question.descending,
    page: question.page,
    size: pageSize,
  });
  const chips = memberFilters(asked);
  const records = offers(c, personCreate);
  return c.var.shell.office(c, {
    title: words.list,
    lead: leadOf(place.shortName, total, atLeast),
    action: records ? (
      <ButtonLink kind="primary" icon="plus" href={pathOf(c, 'moi')}>
        {words.add}
      </ButtonLink>
    ) : undefined,
    status: refused === undefined ? 200 : 422,
    error: refused !== undefined,
    before: (
      <>
        {await notice(c)}
        {sectionTabs(c, 'list')}
      </>
    ),
    body: (
      <MemberList
        question={question}
        path={pathOf(c)}
        rows={rows.map((row) => listed(c, row))}
        total={total}
        size={pageSize}
        options={options}
        organisations={
          asked.many
            ? []
            : asked.organisations.map(({ code, name }) => ({ value: code, label: name }))
        }
        suggestHref={asked.many ? pathOf(c, 'goi-y') : null}
        errors={asked.errors}
        chips={chips}
        would={total > 0 ? null : await would(c, asked)}
        record={records ? { href: pathOf(c, 'nhap'), importHref: pathOf(c, 'moi') } : null}
        links={links(c, asked, total)}
        saved={await savedOf(c)}
        save={saveOf(c, asked, refused)}
      />
    ),
  });
}

function leadOf(name: string, total: number, atLeast: boolean): string {
  if (atLeast) return words.atLeast(formatCount(total));
  return total === 0 ? words.listLeadEmpty(name) : words.listLead(formatCount(total), name);
}

const optionsOf = <K extends string>(
  codes: Readonly<Record<string, K>>,
  names: Readonly<Record<K, string>>,
) => Object.entries(codes).map(([value, code]) => ({ value, label: names[code] }));
const hasOptions = [
  { value: 'co', label: words.has },
  { value: 'chua', label: words.hasNot },
];

const options = {
  'tinh-trang': optionsOf(stateWords, stateNames),
  gioi: optionsOf(genderWords, genderNames),
  tuoi: Object.entries(words.ages).map(([value, label]) => ({ value, label })),
  'trinh-do': degreeCodes.map((code) => ({ value: code, label: `${code}: ${degreeName(code)}` })),
  loai: optionsOf(kindWords, membershipKindNames),
  dt: hasOptions,
  thu: hasOptions,
};

function listed(c: WebContext, member: Member): ListedMember {
  const { memberships } = member;
  const shown = memberships
    .slice(0, 2)
    .map(({ organisationName, branch }) =>
      branch === null ? organisationName : `${organisationName}, ${branch}`,
    );
  const rest = memberships.length - shown.length;
  const [first] = memberships;
  return {
    href: personPath(c, member.pid),
    name: joinName(member),
    degrees: member.degrees.join(', '),
    birth: member.birthDate === null ? '' : formatPartialDate(member.birthDate),
    organisations: [
      ...(shown.length === 0 ? [words.notMember] : shown),
      ...(rest > 0 ? [words.others(rest)] : []),
    ],
    joined: first === undefined ? '' : joinedOf(first, c.var.cx.clock.today()),
    contact: [
      ...member.phones.slice(0, 1).map(formatPhone),
      ...(member.email === null ? [] : [member.email]),
    ],
  };
}

function joinedOf(membership: Member['memberships'][number], today: string): string {
  const { until, joined } = membership;
  const last = until === null || until > today ? null : lastDay(membership);
  const shown = joined === null ? '' : formatPartialDate(joined);
  return last === null ? shown : words.leftOn(shown, formatDate(last));
}

async function would(c: WebContext, { question, filter, under }: AskedMembers) {
  const without: Record<string, PersonFilter> = {
    q: { ...filter, q: undefined },
    'trinh-do': { ...filter, degree: undefined },
    tuoi: { ...filter, bornFrom: undefined, bornTo: undefined },
    gioi: { ...filter, gender: undefined },
  };
  const set = memberFilters({ question, organisations: [] });
  const found = await fewerFilters(set, without, (change) => countMembers(c.var.cx, under, change));
  if (found === null) return null;
  return { ...words.would(found.total, found.label), href: found.removeHref };
}

function links(c: WebContext, { question }: AskedMembers, total: number): LinkItem[] {
  const found = total > 0 || question.filtered;
  return [
    ...(offers(c, personCreate)
      ? [
          { href: pathOf(c, 'nhap'), label: words.importFile },
          { href: pathOf(c, 'tep-mau'), label: words.template },
        ]
      : []),
    ...(found
      ? [{ href: sameQuestion(question, pathOf(c, 'xuat')), label: words.exportFile }]
      : []),
    ...(found ? [{ href: sameQuestion(question, pathOf(c, 'nhan')), label: words.labels }] : []),
  ];
}

async function savedOf(c: WebContext) {
  const { cx, place } = c.var;
  if (cx.actor.kind !== 'account') return [];
  const kept = await savedFilters(cx.db, cx.actor.accountId, place.organisationId);
  return kept.map(({ pid, name, query }) => ({
    name,
    href: `${pathOf(c)}?${query}`,
    deleteAction: pathOf(c, `bo-loc/${pid}/xoa`),
  }));
}

function saveOf(c: WebContext, { question }: AskedMembers, refused: Refused | undefined) {
  if (!question.filtered) return null;
  const query = question.href().split('?')[1] ?? '';
  return {
    action: withQuery(pathOf(c, 'bo-loc')),
    hidden: { query },
    error: refused?.error,
    name: refused?.name,
  };
}

// What a filter asks stands in its own address: only names of filters, as the list reads them.
async function keepFilter(c: WebContext): Promise<Response> {
  const { values } = await formOf(c);
  const { cx, place } = c.var;
  const query = new URLSearchParams(values.query ?? '').toString().slice(0, 2000);
  const raw = { organisation: place.code, name: values.name, query };
  const outcome = await execute(cx, saveFilter, raw);
  const back = `${pathOf(c)}?${query}`;
  if (outcome.ok) {
    return c.redirect(`${back}&da-luu-loc=${encodeURIComponent(outcome.value.name)}#bo-loc`, 303);
  }
  const [problem] = outcome.issues;
  const error = problem === undefined ? '' : wordsOf(problem, personIssues);
  return listPage(c, { query, name: values.name ?? '', error });
}

async function forgetFilter(c: WebContext): Promise<Response> {
  const outcome = await execute(c.var.cx, deleteFilter, { pid: c.req.param('filter') });
  return c.redirect(`${pathOf(c)}?${outcome.ok ? 'da-xoa-loc=1' : ''}#bo-loc`, 303);
}

async function notice(c: WebContext) {
  const kept = c.req.query('da-luu-loc');
  if (kept !== undefined)
    return <Alert tone="ok" title={words.saved.kept(kept.slice(0, 80))} live />;
  if (c.req.query('da-xoa-loc') !== undefined) {
    return <Alert tone="ok" title={words.saved.gone} live />;
  }
  const pid = c.req.query('da-xoa');
  if (pid === undefined || !offers(c, personWrite)) return undefined;
  const person = await findPersonRecord(c.var.cx, pid);
  if (person === null || person.deletedAt === null) return undefined;
  const until = lastRestoreDay(person.deletedAt);
  if (until < vietnamDay(c.var.cx.clock.now())) return undefined;
  return (
    <Toast
      text={words.removed(formatDate(until))}
      undo={{ action: personPath(c, pid, 'khoi-phuc'), label: words.restoreLink }}
    />
  );
}
