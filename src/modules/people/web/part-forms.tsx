import type { Hono } from 'hono';
import { lastDay } from '../../../kernel/date-range.ts';
import { formatDate } from '../../../kernel/vietnamese/dates.ts';
import { joinName } from '../../../kernel/vietnamese/names.ts';
import { Forbidden, NotFound } from '../../../platform/errors.ts';
import type { Env, WebContext } from '../../../platform/http/env.ts';
import { may } from '../../../platform/policy.ts';
import { type DoorState, formDoor } from '../../../platform/records/form-door.ts';
import { ConfirmPage } from '../../../ui/index.ts';
import { EndForm, MembershipForm, PostForm } from '../pages/forms.tsx';
import { personWrite } from '../policy.ts';
import { formatPartialDate } from '../rules/index.ts';
import type { Membership, PersonRecord, Post } from '../schema/index.ts';
import {
  addMembership,
  addPost,
  editMembership,
  editPost,
  endMembership,
  removeMembership,
  removePost,
  reopenMembership,
} from '../service/index.ts';
import { labels, personIssues, words } from '../vi.ts';
import { choiceOf, meant } from './forms.tsx';
import { personCrumbs, personOf, personPath, saidAt, shownDay } from './shared.ts';

const { form: text } = words;
const path = '/hoi-vien/nguoi/:pid';

interface Of<Row> {
  readonly person: PersonRecord;
  readonly row: Row;
}

// A row of the person of the address, for those who may change it. @throws NotFound, Forbidden
async function rowOf<Row extends Membership | Post>(
  c: WebContext,
  rows: (person: PersonRecord) => readonly Row[],
): Promise<Of<Row>> {
  const person = await personOf(c);
  const row = rows(person).find(({ pid }) => pid === c.req.param('row'));
  if (row === undefined) throw new NotFound('row');
  if (!(await may(c.var.cx, personWrite, row.organisationId))) {
    throw new Forbidden(personWrite.name);
  }
  return { person, row };
}

const membershipOf = (c: WebContext) => rowOf(c, (person) => person.memberships);
const postOf = (c: WebContext) => rowOf(c, (person) => person.posts);

const common = {
  words: personIssues,
  labels,
  fixed: async (_c: WebContext, { row }: Of<Membership | Post>) => ({ values: { pid: row.pid } }),
  version: ({ row }: Of<Membership | Post>) => row.version,
};

const titled = (title: string) => ({
  title: () => title,
  crumbs: (c: WebContext, { person }: Of<unknown>) => personCrumbs(c, person, title),
});

interface Question {
  readonly question: string;
  readonly body: string;
  readonly verb: string;
  readonly harmless?: boolean;
}

const ask = (c: WebContext, person: PersonRecord, state: DoorState, asked: Question) => (
  <ConfirmPage
    question={asked.question}
    action={state.action}
    hidden={state.hidden}
    verb={asked.verb}
    keepHref={personPath(c, person.pid)}
    keepLabel={text.keep}
    harmless={asked.harmless}
  >
    {state.form.summary.map((problem) => problem.text).join(' ') || asked.body}
  </ConfirmPage>
);

/** Forms of memberships. */
export function membershipForms(app: Hono<Env>): void {
  formDoor(app, {
    words: personIssues,
    path: `${path}/vao-hoi`,
    command: addMembership,
    labels,
    title: () => text.addMembership,
    lead: (person) => text.membershipLead(joinName(person)),
    open: personOf,
    crumbs: (c, person) => personCrumbs(c, person, text.addMembership),
    initial: () => ({ kind: 'full' }),
    fixed: async (c, person, typed) => {
      const found = await meant(c, personWrite, typed.organisation);
      return { ...found, values: { ...found.values, person: person.pid } };
    },
    after: (c, person) => saidAt(c, person.pid, 'da-vao-hoi'),
    view: async (c, person, state) => (
      <MembershipForm
        {...state}
        choice={await choiceOf(c, personWrite)}
        backHref={personPath(c, person.pid)}
      />
    ),
  });
  formDoor(app, {
    ...common,
    ...titled(text.editMembership),
    path: `${path}/hoi-vien/:row/sua`,
    command: editMembership,
    lead: ({ row }) => row.organisationName,
    open: membershipOf,
    initial: (_c, { row }) => ({
      joined: row.joined === null ? '' : formatPartialDate(row.joined),
      branch: row.branch ?? '',
      kind: row.kind,
      card_number: row.cardNumber ?? '',
      note: row.note ?? '',
    }),
    after: (c, { person }) => saidAt(c, person.pid, 'da-sua-hoi'),
    view: (c, { person }, state) => (
      <MembershipForm {...state} choice={null} backHref={personPath(c, person.pid)} />
    ),
  });
  leavingForms(app);
}

function leavingForms(app: Hono<Env>): void {
  formDoor(app, {
    ...common,
    ...titled(text.endTitle),
    path: `${path}/hoi-vien/:row/ra-hoi`,
    command: endMembership,
    labels: { ...labels, last_day: text.lastDay },
    lead: ({ person, row }) => text.endLead(joinName(person), row.organisationName),
    open: membershipOf,
    initial: (c) => ({ last_day: formatDate(c.var.cx.clock.today()) }),
    after: (c, { person }) => saidAt(c, person.pid, 'da-ra-hoi'),
    view: (c, { person }, state) => <EndForm {...state} backHref={personPath(c, person.pid)} />,
  });
  formDoor(app, {
    ...common,
    ...titled(words.person.reopen),
    path: `${path}/hoi-vien/:row/bo-ra-hoi`,
    command: reopenMembership,
    open: membershipOf,
    initial: () => ({}),
    after: (c, { person }) => saidAt(c, person.pid, 'da-bo-ra-hoi'),
    view: (c, { person, row }, state) =>
      ask(c, person, state, {
        question: text.reopenQuestion(joinName(person), row.organisationName),
        body: text.reopenBody,
        verb: words.person.reopen,
        harmless: true,
      }),
  });
  formDoor(app, {
    ...common,
    ...titled(words.person.remove),
    path: `${path}/hoi-vien/:row/xoa`,
    command: removeMembership,
    open: membershipOf,
    initial: () => ({}),
    after: (c, { person }) => saidAt(c, person.pid, 'da-xoa-hoi'),
    view: (c, { person, row }, state) =>
      ask(c, person, state, {
        question: text.removeQuestion(joinName(person), row.organisationName),
        body: text.removeBody,
        verb: words.person.remove,
      }),
  });
}

/** Forms of posts. */
export function postForms(app: Hono<Env>): void {
  formDoor(app, {
    words: personIssues,
    path: `${path}/chuc-danh`,
    command: addPost,
    labels,
    title: () => text.postTitle,
    lead: joinName,
    open: personOf,
    crumbs: (c, person) => personCrumbs(c, person, text.postTitle),
    initial: (c, person) => ({
      organisation: person.memberships.length === 1 ? person.memberships[0]!.organisationCode : '',
      from: formatDate(c.var.cx.clock.today()),
    }),
    fixed: async (c, person, typed) => {
      const found = await meant(c, personWrite, typed.organisation);
      return { ...found, values: { ...found.values, person: person.pid } };
    },
    after: (c, person) => saidAt(c, person.pid, 'da-luu-chuc-danh'),
    view: async (c, person, state) => (
      <PostForm
        {...state}
        choice={await choiceOf(c, personWrite)}
        backHref={personPath(c, person.pid)}
      />
    ),
  });
  formDoor(app, {
    ...common,
    ...titled(text.postEditTitle),
    path: `${path}/chuc-danh/:row/sua`,
    command: editPost,
    lead: ({ person, row }) => `${joinName(person)}, ${row.organisationName}`,
    open: postOf,
    initial: (_c, { row }) => ({
      title: row.title,
      from: shownDay(row.from),
      last_day: row.until === null ? '' : shownDay(lastDay(row)),
      decision: row.decision ?? '',
    }),
    after: (c, { person }) => saidAt(c, person.pid, 'da-luu-chuc-danh'),
    view: (c, { person }, state) => (
      <PostForm {...state} choice={null} backHref={personPath(c, person.pid)} />
    ),
  });
  formDoor(app, {
    ...common,
    ...titled(words.person.removePost),
    path: `${path}/chuc-danh/:row/xoa`,
    command: removePost,
    open: postOf,
    initial: () => ({}),
    after: (c, { person }) => saidAt(c, person.pid, 'da-xoa-chuc-danh'),
    view: (c, { person, row }, state) =>
      ask(c, person, state, {
        question: text.postRemoveQuestion(row.title, joinName(person)),
        body: text.postRemoveBody,
        verb: words.person.removePost,
      }),
  });
}
