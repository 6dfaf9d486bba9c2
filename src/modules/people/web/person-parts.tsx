import { vietnamDay } from '../../../kernel/clock.ts';
import { formatDate } from '../../../kernel/vietnamese/dates.ts';
import type { WebContext } from '../../../platform/http/env.ts';
import { Badge, type Term } from '../../../ui/index.ts';
import type { ActLink, DatedLine, SourceLine } from '../pages/person.tsx';
import { degreeName, formatPartialDate, formatPhone } from '../rules/index.ts';
import {
  type Membership,
  type PersonRecord,
  type Post,
  purposes,
  sensitiveFields,
} from '../schema/index.ts';
import type { Sensitive } from '../service/index.ts';
import { genderNames, labels, membershipKindNames, purposeNames, words } from '../vi.ts';
import type { FieldSource } from './provenance.ts';
import { personPath, shownRange } from './shared.ts';

const { person: label } = words;
const labelOf = (field: string): string => labels[field] ?? field;

/** What is known of a person, by the name of the field. */
function shownFacts(person: PersonRecord): readonly (readonly [string, string])[] {
  const degrees = person.degrees.map((code) => `${code} (${degreeName(code)})`).join(', ');
  const shown: readonly (readonly [string, string | null])[] = [
    ['birth_date', person.birthDate === null ? null : formatPartialDate(person.birthDate)],
    ['gender', person.gender === null ? null : genderNames[person.gender]],
    ['phones', person.phones.map(formatPhone).join(', ')],
    ['email', person.email],
    ['degrees', degrees],
    ['field', person.field],
    ['workplace', person.workplace],
    ['job', person.job],
    ['address', person.address],
    ['note', person.note],
  ];
  return shown.flatMap(([field, value]) =>
    value === null || value === '' ? [] : [[field, value] as const],
  );
}

export function factTerms(person: PersonRecord): readonly Term[] {
  const terms = shownFacts(person).map(([field, value]) => ({ term: labelOf(field), value }));
  const { keeperName } = person;
  return keeperName === null ? terms : [...terms, { term: label.keeper, value: keeperName }];
}

/** Where the facts came from: each source once, with the fields that it is of. */
export function sourceLines(
  person: PersonRecord,
  sources: ReadonlyMap<string, FieldSource>,
): readonly SourceLine[] {
  const facts = shownFacts(person).map(([field]) => field);
  const known = facts.flatMap((field) => sources.get(field) ?? []);
  return [...Map.groupBy(known, (source) => source.text).values()].map((of) => ({
    text: of[0]!.text,
    href: of[0]!.href,
    fields: of.length === facts.length ? null : of.map(({ field }) => labelOf(field)).join(', '),
  }));
}

const isNow = (range: { from: string | null; until: string | null }, today: string): boolean =>
  (range.from ?? '') <= today && (range.until === null || range.until > today);

export function membershipLines(
  c: WebContext,
  person: PersonRecord,
  writer: boolean,
): readonly DatedLine[] {
  const today = c.var.cx.clock.today();
  return person.memberships.map((m) => ({
    title: m.organisationName,
    when: shownRange(m),
    now: isNow(m, today),
    details: membershipDetails(m),
    acts: writer ? membershipActs(c, person, m) : [],
  }));
}

function membershipDetails(m: Membership): string[] {
  return [
    membershipKindNames[m.kind],
    m.joined === null ? '' : `${labelOf('joined')} ${formatPartialDate(m.joined)}`,
    m.branch === null ? '' : label.branch(m.branch),
    m.cardNumber === null ? '' : label.card(m.cardNumber),
    m.leftReason === null ? '' : label.reason(m.leftReason),
    m.note ?? '',
  ].filter(Boolean);
}

function membershipActs(c: WebContext, person: PersonRecord, m: Membership): ActLink[] {
  const act = (rest: string, text: string): ActLink => ({
    href: personPath(c, person.pid, `hoi-vien/${m.pid}/${rest}`),
    label: text,
    about: m.organisationName,
  });
  return [
    act('sua', label.editOne),
    m.until === null ? act('ra-hoi', label.end) : act('bo-ra-hoi', label.reopen),
    act('xoa', label.remove),
  ];
}

export function postLines(
  c: WebContext,
  person: PersonRecord,
  writer: boolean,
): readonly DatedLine[] {
  const today = c.var.cx.clock.today();
  const act = (post: Post, rest: string, text: string): ActLink => ({
    href: personPath(c, person.pid, `chuc-danh/${post.pid}/${rest}`),
    label: text,
    about: post.title,
  });
  return person.posts.map((post) => ({
    title: `${post.title}, ${post.organisationName}`,
    when: shownRange(post),
    now: isNow(post, today),
    details: post.decision === null ? [] : [label.decision(post.decision)],
    acts: writer ? [act(post, 'sua', label.editOne), act(post, 'xoa', label.removePost)] : [],
  }));
}

/** What the person said to each purpose. */
export function consentTerms(person: PersonRecord): readonly Term[] {
  return purposes.map((purpose) => {
    const found = person.consents.find((one) => one.purpose === purpose);
    if (found === undefined) {
      return { term: purposeNames[purpose], value: <Badge tone="none">{label.consentNone}</Badge> };
    }
    const { given, source, givenAt } = found;
    return {
      term: purposeNames[purpose],
      value: (
        <>
          <Badge tone={given ? 'ok' : 'bad'}>{given ? label.consentYes : label.consentNo}</Badge>
          <span class="entry-meta">
            {[formatDate(vietnamDay(givenAt)), source ?? ''].filter(Boolean).join(' · ')}
          </span>
        </>
      ),
    };
  });
}

export function sensitiveTerms(opened: Sensitive): readonly Term[] {
  return sensitiveFields.map((field) => ({
    term: labelOf(field),
    value: opened[field] ?? label.sensitiveNothing,
  }));
}
