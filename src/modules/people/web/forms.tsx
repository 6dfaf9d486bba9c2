import type { Hono } from 'hono';
import { joinName, splitName } from '../../../kernel/vietnamese/names.ts';
import { Forbidden } from '../../../platform/errors.ts';
import { pick } from '../../../platform/forms/pick.ts';
import { withQuery } from '../../../platform/http/addresses.ts';
import type { Env, WebContext } from '../../../platform/http/env.ts';
import type { Permission } from '../../../platform/policy.ts';
import { formDoor } from '../../../platform/records/form-door.ts';
import { offers } from '../../../platform/records/section.ts';
import { ConfirmPage } from '../../../ui/index.ts';
import { MemberForm, PersonForm, type SameNamed } from '../pages/forms.tsx';
import { personCreate, personWrite } from '../policy.ts';
import { personPlaces, sameNamed } from '../queries/index.ts';
import { cleanName, formatPartialDate, formatPhone, searchOf } from '../rules/index.ts';
import type { PersonRecord } from '../schema/index.ts';
import { createMember, deletePerson, editPerson } from '../service/index.ts';
import { labels, personIssues, words } from '../vi.ts';
import {
  choicesOf,
  crumbsTo,
  pathOf,
  personCrumbs,
  personOf,
  personPath,
  saidAt,
} from './shared.ts';

/** The person of the address, for those who may change the record. @throws NotFound, Forbidden */
export async function changedPerson(c: WebContext, wanted: Permission): Promise<PersonRecord> {
  const person = await personOf(c);
  const places = await personPlaces(c.var.cx, person.id, wanted);
  if (places.length === 0) throw new Forbidden(wanted.name);
  return person;
}

/** The organisation that was meant by what a form sent: its code, or what is wrong. */
export async function meant(c: WebContext, wanted: Permission, typed: string | undefined) {
  const { all } = await choicesOf(c, wanted);
  const picked = pick('organisation', all, typed ?? '');
  return 'code' in picked
    ? { values: { organisation: picked.code } }
    : { values: {}, issues: [picked.issue] };
}

/** The organisations of a form's field. */
export async function choiceOf(c: WebContext, wanted: Permission) {
  const { options, suggestHref } = await choicesOf(c, wanted);
  return { organisations: options, suggestHref };
}

/** Forms that write a person down, change and delete the record. */
export function personForms(app: Hono<Env>): void {
  createDoor(app);
  formDoor(app, {
    words: personIssues,
    path: '/hoi-vien/nguoi/:pid/sua',
    command: editPerson,
    labels,
    title: () => words.form.editTitle,
    lead: joinName,
    open: (c) => changedPerson(c, personWrite),
    crumbs: (c, person) => personCrumbs(c, person, words.form.editTitle),
    initial: (_c, person) => typedFacts(person),
    fixed: async (_c, person) => ({ values: { pid: person.pid } }),
    version: (person) => person.version,
    after: (c, person) => saidAt(c, person.pid, 'da-luu'),
    view: (c, person, state) => <PersonForm {...state} backHref={personPath(c, person.pid)} />,
  });
  formDoor(app, {
    words: personIssues,
    path: '/hoi-vien/nguoi/:pid/xoa',
    command: deletePerson,
    labels,
    title: () => words.form.removePerson,
    open: (c) => changedPerson(c, personWrite),
    crumbs: (c, person) => personCrumbs(c, person, words.form.removePerson),
    initial: () => ({}),
    fixed: async (_c, person) => ({ values: { pid: person.pid } }),
    version: (person) => person.version,
    after: (c, person) => withQuery(pathOf(c), { 'da-xoa': person.pid }),
    view: (c, person, state) => (
      <ConfirmPage
        question={words.form.removePersonQuestion(joinName(person))}
        action={state.action}
        hidden={state.hidden}
        verb={words.form.removePerson}
        keepHref={personPath(c, person.pid)}
        keepLabel={words.form.keepPerson}
      >
        {words.form.removePersonBody}
      </ConfirmPage>
    ),
  });
}

/** A person's facts as they would be typed. */
function typedFacts(person: PersonRecord): Readonly<Record<string, string>> {
  const { family, middle, given, gender, birthDate, phones, email, degrees } = person;
  return {
    family,
    middle,
    given,
    gender: gender ?? '',
    birth_date: birthDate === null ? '' : formatPartialDate(birthDate),
    phones: phones.map(formatPhone).join('; '),
    email: email ?? '',
    degrees: degrees.join(', '),
    field: person.field ?? '',
    workplace: person.workplace ?? '',
    job: person.job ?? '',
    address: person.address ?? '',
    note: person.note ?? '',
  };
}

function createDoor(app: Hono<Env>): void {
  formDoor(app, {
    words: personIssues,
    path: '/hoi-vien/moi',
    command: createMember,
    labels,
    title: () => words.form.newTitle,
    open: async (c) => {
      if (!offers(c, personCreate)) throw new Forbidden(personCreate.name);
      return c.var.place;
    },
    crumbs: (c) => crumbsTo(c, { label: words.form.newTitle }),
    initial: (c, place) => ({
      kind: 'full',
      organisation: place.kind.endsWith('_union') ? '' : place.code,
      full_name: (c.req.query('ten') ?? '').slice(0, 200),
    }),
    fixed: (c, _place, typed) => meant(c, personCreate, typed.organisation),
    after: (c, _place, { pid }) => saidAt(c, pid, 'da-ghi'),
    view: async (c, _place, state) => (
      <MemberForm
        {...state}
        {...(await choiceOf(c, personCreate))}
        same={state.form.summary.length === 0 ? [] : await sameOf(c, state.form.values)}
        backHref={pathOf(c)}
      />
    ),
  });
}

async function sameOf(
  c: WebContext,
  typed: Readonly<Record<string, string>>,
): Promise<readonly SameNamed[]> {
  const name = splitName(cleanName(typed.full_name ?? ''));
  if (name.given === '') return [];
  const found = await sameNamed(c.var.cx, searchOf(name));
  return found.map((one) => ({
    name: joinName(one),
    href: personPath(c, one.pid),
    details: [
      one.birthDate === null ? '' : formatPartialDate(one.birthDate),
      ...one.memberships,
      ...one.phones.slice(0, 1).map(formatPhone),
      one.workplace ?? '',
    ]
      .filter(Boolean)
      .join(' · '),
  }));
}
