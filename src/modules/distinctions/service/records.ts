import { type Issue, issue } from '../../../kernel/issue.ts';
import { type Cx, command, execute, type Outcome } from '../../../platform/command.ts';
import { attachments } from '../../../platform/records/attachments.ts';
import { changesBetween } from '../../../platform/records/changes.ts';
import { deletion } from '../../../platform/records/deleting.ts';
import { distinctionWrite } from '../policy.ts';
import { findDistinction, liveDistinction, sameDistinction } from '../queries/index.ts';
import { type Distinction, editInput, recordInput } from '../schema.ts';
import { knownOf, type Meaning, meaningOf, personFor, type Raw } from './meaning.ts';
import {
  decisionOf,
  insertDistinction,
  searchText,
  updateDistinction,
  type Written,
  written,
  writtenOf,
} from './rows.ts';

export type DistinctionIssued = { readonly pid: string };

/**
 * Records a distinction. Input: `distinctionBody`.
 * @throws Forbidden
 */
export async function recordDistinction(cx: Cx, raw: unknown): Promise<Outcome<DistinctionIssued>> {
  return execute(cx, recordCommand(await meaningOf(cx, raw), cx.clock.today()), raw);
}

/**
 * Changes a record: every field is given.
 * @throws NotFound, Forbidden, Conflict
 */
export async function editDistinction(cx: Cx, raw: unknown): Promise<Outcome<DistinctionIssued>> {
  const distinction = await liveDistinction(
    cx,
    String((raw as { pid?: unknown } | null)?.pid ?? ''),
  );
  const meaning = await meaningOf(cx, raw, distinction);
  return execute(cx, editCommand(meaning, cx.clock.today()), raw);
}

/** The full input of an edit: what stands, with what was sent in its place. */
export function changedInput(distinction: Distinction, sent: Raw): Record<string, unknown> {
  // A recipient named anew takes the place of the one that stands, by whichever word it is named.
  const names = sent.recipient_person !== undefined || sent.person !== undefined;
  const person = distinction.recipient === 'person' && !names;
  return {
    organisation: distinction.organisationCode,
    recipient: distinction.recipient,
    recipient_organisation: distinction.recipientOrganisationCode,
    ...(person ? { person: distinction.recipientPersonPid } : {}),
    title: distinction.title,
    level: distinction.level,
    class: distinction.class,
    decision_no: distinction.decisionNo,
    decided_on: distinction.decidedOn,
    giver: distinction.giver,
    note: distinction.note,
    // Without a version of the sender's own, what was merged must still be what stands.
    version: distinction.version,
    ...sent,
    pid: distinction.pid,
  };
}

/** The command behind `recordDistinction`, for a door that has the meaning at hand. */
export function recordCommand(meaning: Meaning, today: string) {
  const organisationId = meaning.organisation?.id ?? '';
  return command({
    name: 'distinction.record',
    input: recordInput(knownOf(meaning, today)),
    permission: distinctionWrite,
    load: async () => null,
    at: () => [organisationId],
    check: (_loaded, input, cx) => twiceIssues(cx, written(meaning, meaning.personId, input), null),
    run: async (cx, _loaded, input) => {
      const row = written(meaning, await personFor(cx, meaning, input.recipient), input);
      const [id, pid] = [cx.ids.uuid(), cx.ids.pid()];
      await insertDistinction(cx, id, pid, row, searchText(meaning, row));
      const files = await distinctionFiles.change(cx, { id, organisationId }, input.files);
      return {
        result: { pid },
        subject: { type: 'distinction', id },
        organisationId,
        changes: { ...changesBetween(null, row), ...files },
      };
    },
  });
}

/** The command behind `editDistinction`. Moving a record needs the right at both registers. */
export function editCommand(meaning: Meaning, today: string) {
  return command({
    name: 'distinction.edit',
    input: editInput(knownOf(meaning, today)),
    permission: distinctionWrite,
    load: (cx, input) => liveDistinction(cx, input.pid),
    at: (distinction) => [...new Set([distinction.organisationId, meaning.organisation?.id ?? ''])],
    version: (distinction) => distinction.version,
    check: async (distinction, input, cx) => [
      ...(await twiceIssues(cx, written(meaning, meaning.personId, input), distinction.pid)),
      ...(distinction.revokedOn !== null && distinction.revokedOn < input.decided_on
        ? [issue('decided_on', 'after_revocation', { revoked: distinction.revokedOn })]
        : []),
    ],
    run: async (cx, distinction, input) => {
      const row = written(meaning, await personFor(cx, meaning, input.recipient), input);
      await updateDistinction(cx, distinction.id, row, searchText(meaning, row));
      const files = await distinctionFiles.follow(
        cx,
        distinction,
        row.organisation_id,
        input.files,
      );
      return {
        result: { pid: distinction.pid },
        subject: { type: 'distinction', id: distinction.id },
        organisationId: row.organisation_id,
        changes: { ...changesBetween(writtenOf(distinction), row), ...files },
      };
    },
  });
}

// A decision with a number is recorded once for a recipient; without one, nothing can be told.
async function twiceIssues(cx: Cx, row: Written, self: string | null): Promise<readonly Issue[]> {
  const unknown = row.recipient_organisation_id === null && row.recipient_person_id === null;
  if (row.decision_no === null || unknown) return [];
  const same = await sameDistinction(cx, decisionOf(row));
  if (same === null || same.pid === self) return [];
  return [issue('decision_no', 'already_recorded', { number: row.decision_no, pid: same.pid })];
}

export const distinctionFiles = attachments('distinction', distinctionWrite, findDistinction);

export const distinctionDeletion = deletion({
  type: 'distinction',
  table: 'distinction',
  permission: distinctionWrite,
  find: findDistinction,
});
