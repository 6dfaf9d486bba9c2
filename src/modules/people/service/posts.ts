import { sql } from 'kysely';
import { formatDateRange, fromInclusive, lastDay } from '../../../kernel/date-range.ts';
import { type Issue, issue } from '../../../kernel/issue.ts';
import { type Cx, command } from '../../../platform/command.ts';
import { NotFound } from '../../../platform/errors.ts';
import { changesBetween } from '../../../platform/records/changes.ts';
import { findOrganisation } from '../../organisations/index.ts';
import { personWrite } from '../policy.ts';
import { findPost, personRecord } from '../queries/index.ts';
import { byVersion, postEditInput, postInput } from '../schema/index.ts';

const range = (input: { from: string; last_day: string | null }) =>
  formatDateRange(fromInclusive(input.from, input.last_day));

function dayIssues(input: { from: string; last_day: string | null }): Issue[] {
  if (input.last_day === null || input.last_day >= input.from) return [];
  return [issue('last_day', 'end_before_start', { start: input.from, end: input.last_day })];
}

/** What a person is in an organisation from a day on: chairman, member of the committee. */
export const addPost = command({
  name: 'post.add',
  input: postInput,
  permission: personWrite,
  load: async (cx, input) => ({
    person: await personRecord(cx, input.person),
    organisation: await findOrganisation(cx.db, input.organisation, cx.clock.today()),
  }),
  at: ({ organisation }) => (organisation === null ? [] : [organisation.id]),
  check: ({ organisation }, input) => {
    if (organisation !== null) return dayIssues(input);
    return [issue('organisation', 'unknown', { code: input.organisation })];
  },
  run: async (cx, { person, organisation }, input) => {
    if (organisation === null) throw new NotFound('organisation');
    const [id, pid] = [cx.ids.uuid(), cx.ids.pid()];
    await sql`insert into post (id, pid, person_id, organisation_id, title, during, decision,
        created_at)
      values (${id}, ${pid}, ${person.id}, ${organisation.id}, ${input.title},
        ${range(input)}::daterange, ${input.decision}, ${cx.clock.now()})`.execute(cx.db);
    const { title, from, last_day, decision } = input;
    return {
      result: { pid, person: person.pid },
      subject: { type: 'person', id: person.id },
      organisationId: organisation.id,
      changes: changesBetween(null, {
        organisation: organisation.code,
        title,
        from,
        last_day,
        decision,
      }),
    };
  },
});

async function loaded(cx: Cx, pid: string) {
  const post = await findPost(cx, pid);
  if (post === null) throw new NotFound('post');
  return post;
}

type Loaded = Awaited<ReturnType<typeof loaded>>;

const common = {
  permission: personWrite,
  load: (cx: Cx, input: { pid: string }) => loaded(cx, input.pid),
  at: (post: Loaded) => [post.organisationId],
  version: (post: Loaded) => post.version,
};

const standing = (post: Loaded) => ({
  title: post.title,
  from: post.from,
  last_day: lastDay(post),
  decision: post.decision,
});

const done = (post: Loaded, changes: Record<string, object>) => ({
  result: { pid: post.pid, person: post.personPid },
  subject: { type: 'person', id: post.personId },
  organisationId: post.organisationId,
  changes,
});

/** Changes a post; its last day ends it. */
export const editPost = command({
  name: 'post.edit',
  input: postEditInput,
  ...common,
  check: (_post, input) => dayIssues(input),
  run: async (cx, post, input) => {
    const { title, from, last_day, decision } = input;
    await sql`update post set title = ${title}, during = ${range(input)}::daterange,
        decision = ${decision}, version = version + 1 where id = ${post.id}`.execute(cx.db);
    return done(post, changesBetween(standing(post), { title, from, last_day, decision }));
  },
});

/** A post that was written down by mistake. */
export const removePost = command({
  name: 'post.remove',
  input: byVersion,
  ...common,
  run: async (cx, post) => {
    await sql`update post set deleted_at = ${cx.clock.now()}, version = version + 1
      where id = ${post.id}`.execute(cx.db);
    return done(post, { title: { old: post.title, new: null } });
  },
});
