import { sql } from 'kysely';
import { type Issue, issue } from '../../../kernel/issue.ts';
import { command } from '../../../platform/command.ts';
import { deletion } from '../../../platform/records/deleting.ts';
import { callManage } from '../policy.ts';
import { editionByPid, findEdition } from '../queries/index.ts';
import { missingForOpening } from '../rules/index.ts';
import { type Edition, type EditionState, editionAct } from '../schema/index.ts';
import { contentIssues, insertRevision, type } from './columns.ts';

interface Step {
  readonly name: 'open' | 'close' | 'reopen';
  readonly from: EditionState;
  readonly to: EditionState;
  /** What else keeps it from happening. */
  readonly check?: (edition: Edition) => readonly Issue[];
}

const step = ({ name, from, to, check }: Step) =>
  command({
    name: `edition.${name}`,
    input: editionAct,
    permission: callManage,
    load: (cx, { pid }) => editionByPid(cx, pid),
    at: (edition) => [edition.organisation.id],
    version: (edition) => edition.version,
    check: (edition) =>
      edition.state === from
        ? (check?.(edition) ?? [])
        : [issue('', 'edition_state', { state: edition.state, act: name })],
    run: async (cx, edition) => {
      const first = edition.state === 'draft';
      const openedAt = first ? cx.clock.now() : edition.openedAt;
      const revision = first ? 1 : edition.revision;
      await sql`update edition set state = ${to}, opened_at = ${openedAt}, revision = ${revision},
          version = version + 1 where id = ${edition.id}`.execute(cx.db);
      if (first)
        await insertRevision(cx, edition.id, {
          number: revision,
          content: edition.content,
          reason: null,
        });
      return {
        result: { pid: edition.pid },
        subject: { type, id: edition.id },
        organisationId: edition.organisation.id,
        changes: { state: { old: edition.state, new: to } },
      };
    },
  });

/** Tells the public: nothing may be missing. From now on each change is a revision. */
export const openEdition = step({
  name: 'open',
  from: 'draft',
  to: 'open',
  check: ({ content }) => [
    ...contentIssues(content),
    ...missingForOpening(content).map((one) => ({ ...one, path: `content.${one.path}` })),
  ],
});

/** Nothing of it changes any more. */
export const closeEdition = step({ name: 'close', from: 'open', to: 'closed' });

export const reopenEdition = step({ name: 'reopen', from: 'closed', to: 'open' });

/** Deletes a draft; 30 days to take it back. One that was opened is closed instead. */
export const editionDeletion = deletion({
  type: 'edition',
  table: 'edition',
  permission: callManage,
  find: async (cx, pid) => {
    const edition = await findEdition(cx, pid);
    return edition === null ? null : { ...edition, organisationId: edition.organisation.id };
  },
  check: (edition) => (edition.state === 'draft' ? [] : [issue('', 'edition_only_drafts_deleted')]),
});
