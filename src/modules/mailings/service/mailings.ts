import { sql } from 'kysely';
import { issue } from '../../../kernel/issue.ts';
import { foldForSearch } from '../../../kernel/vietnamese/fold.ts';
import { type Cx, command } from '../../../platform/command.ts';
import { changesBetween } from '../../../platform/records/changes.ts';
import { deletion } from '../../../platform/records/deleting.ts';
import { findOrganisation } from '../../organisations/index.ts';
import { mailingWrite } from '../policy.ts';
import { countMeant, findMailing, liveMailing, type Meant, takeTime } from '../queries/index.ts';
import { actIssues, mailingActs } from '../rules.ts';
import {
  byVersion,
  type Mailing,
  type MemberFilter,
  mailingEdit,
  mailingInput,
} from '../schema.ts';

interface Content {
  readonly kind: Mailing['kind'];
  readonly subject: string;
  readonly body: string;
  readonly filter: MemberFilter;
}

const contentOf = ({ kind, subject, body, filter }: Content): Content => ({
  kind,
  subject,
  body,
  filter,
});

async function insertDraft(cx: Cx, organisationId: string, content: Content) {
  const [id, pid] = [cx.ids.uuid(), cx.ids.pid()];
  const { kind, subject, body, filter } = content;
  await sql`insert into mailing (id, pid, organisation_id, kind, subject, body, search, filter,
      counts, counted_at, created_at, created_by)
    values (${id}, ${pid}, ${organisationId}, ${kind}, ${subject}, ${body},
      ${foldForSearch(subject)}, ${JSON.stringify(filter)}::jsonb,
      ${await countsJson(cx, { organisationId, kind, filter })}::jsonb, ${cx.clock.now()},
      ${cx.clock.now()}, ${cx.actor.kind === 'account' ? cx.actor.personId : null})`.execute(cx.db);
  return {
    result: { pid },
    subject: { type: 'mailing', id },
    organisationId,
    changes: changesBetween(null, contentOf(content)),
  };
}

async function countsJson(cx: Cx, meant: Meant): Promise<string> {
  await takeTime(cx.db);
  return JSON.stringify(await countMeant(cx, meant));
}

/** A draft, with how many it would reach. Input: `mailingBody`. */
export const recordMailing = command({
  name: 'mailing.record',
  input: mailingInput,
  permission: mailingWrite,
  load: (cx, input) => findOrganisation(cx.db, input.organisation, cx.clock.today()),
  at: (organisation) => (organisation === null ? [] : [organisation.id]),
  check: (organisation, input) =>
    organisation === null ? [issue('organisation', 'unknown', { code: input.organisation })] : [],
  run: (cx, organisation, input) => insertDraft(cx, organisation?.id ?? '', input),
});

/** Changes a draft. */
export const editMailing = command({
  name: 'mailing.edit',
  input: mailingEdit,
  permission: mailingWrite,
  load: (cx, { pid }) => liveMailing(cx, pid),
  at: (mailing) => [mailing.organisationId],
  version: (mailing) => mailing.version,
  check: (mailing) => actIssues(mailing.state, 'edit'),
  run: async (cx, mailing, input) => {
    const { kind, subject, body, filter } = input;
    const { organisationId } = mailing;
    await sql`update mailing set kind = ${kind}, subject = ${subject}, body = ${body},
        search = ${foldForSearch(subject)}, filter = ${JSON.stringify(filter)}::jsonb,
        counts = ${await countsJson(cx, { organisationId, kind, filter })}::jsonb,
        counted_at = ${cx.clock.now()}, version = version + 1
      where id = ${mailing.id}`.execute(cx.db);
    return {
      result: { pid: mailing.pid },
      subject: { type: 'mailing', id: mailing.id },
      organisationId,
      changes: changesBetween(contentOf(mailing), contentOf(input)),
    };
  },
});

/** Looks again how many a draft would reach. */
export const countAgain = command({
  name: 'mailing.count',
  input: byVersion,
  permission: mailingWrite,
  load: (cx, { pid }) => liveMailing(cx, pid),
  at: (mailing) => [mailing.organisationId],
  check: (mailing) => actIssues(mailing.state, 'edit'),
  run: async (cx, mailing) => {
    const counts = await countsJson(cx, mailing);
    await sql`update mailing set counts = ${counts}::jsonb, counted_at = ${cx.clock.now()}
      where id = ${mailing.id}`.execute(cx.db);
    return {
      result: { pid: mailing.pid },
      subject: { type: 'mailing', id: mailing.id },
      organisationId: mailing.organisationId,
      changes: { counts: { old: mailing.counts, new: JSON.parse(counts) } },
    };
  },
});

/** A new draft with the same words and recipients, whatever became of the first. */
export const copyMailing = command({
  name: 'mailing.copy',
  input: byVersion.pick({ pid: true }),
  permission: mailingWrite,
  load: (cx, { pid }) => liveMailing(cx, pid),
  at: (mailing) => [mailing.organisationId],
  run: (cx, mailing) => insertDraft(cx, mailing.organisationId, mailing),
});

// Only a draft can be deleted: what was sent stays known.
export const mailingDeletion = deletion({
  type: 'mailing',
  table: 'mailing',
  permission: mailingWrite,
  find: async (cx, pid) => {
    const mailing = await findMailing(cx, pid);
    return mailing !== null && mailingActs[mailing.state].includes('remove') ? mailing : null;
  },
});
