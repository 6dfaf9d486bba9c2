import { sql } from 'kysely';
import { formatDateRange, lastDay } from '../../../kernel/date-range.ts';
import { addDays } from '../../../kernel/day.ts';
import { type Issue, issue } from '../../../kernel/issue.ts';
import { type Cx, command } from '../../../platform/command.ts';
import { NotFound } from '../../../platform/errors.ts';
import { organisationEdit } from '../policy.ts';
import { deletedAt, findAffiliation, organisationsById, parentsEver } from '../queries/index.ts';
import { checkAffiliation } from '../rules/index.ts';
import { type Affiliation, affiliationInput, endAffiliationInput } from '../schema/index.ts';
import { placesOf } from './affiliations.ts';
import { cycleIssue, keeperOf, requireSeen, restorable } from './shared.ts';
import { lockStructure, setDeleted } from './write.ts';

async function loadAffiliation(
  cx: Cx,
  pid: string,
): Promise<{ row: Affiliation; places: readonly string[] }> {
  await lockStructure(cx.db);
  const row = await findAffiliation(cx.db, pid, cx.clock.today());
  if (row === null) throw new NotFound('affiliation');
  await requireSeen(cx, [row.childId, row.parentId], 'affiliation');
  return { row, places: await placesOf(cx, row.childId, row.parentId, row.kind) };
}

const changed = (row: Affiliation) => ({
  result: { pid: row.pid, code: row.childCode },
  subject: { type: 'affiliation', id: row.id },
  organisationId: row.childId,
});

/** Ends an affiliation: `to` is the last day on which it holds. */
export const endAffiliation = command({
  name: 'organisation.end_affiliation',
  input: endAffiliationInput,
  permission: organisationEdit,
  load: (cx, input) => loadAffiliation(cx, input.affiliation),
  at: ({ places }) => places,
  version: ({ row }) => row.version,
  check: ({ row }, input) => endIssues(row, input.to),
  run: async (cx, { row }, input) => {
    const during = { from: row.during.from, until: addDays(input.to, 1) };
    await sql`update affiliation set during = ${formatDateRange(during)},
      note = coalesce(${input.note}, note), version = version + 1 where id = ${row.id}`.execute(
      cx.db,
    );
    const old = row.during.until === null ? null : lastDay(row.during);
    return { ...changed(row), changes: { to: { old, new: input.to } } };
  },
});

function endIssues(row: Affiliation, last: string): Issue[] {
  if (row.during.from !== null && last < row.during.from) {
    return [issue('to', 'ends_before_it_began', { start: row.during.from })];
  }
  const end = row.during.until === null ? null : lastDay(row.during);
  return end !== null && last > end ? [issue('to', 'already_ended', { end })] : [];
}

/** Takes away an affiliation that was recorded by mistake. */
export const deleteAffiliation = command({
  name: 'organisation.delete_affiliation',
  input: affiliationInput,
  permission: organisationEdit,
  load: (cx, input) => loadAffiliation(cx, input.affiliation),
  at: ({ places }) => places,
  version: ({ row }) => row.version,
  run: async (cx, { row }) => {
    await setDeleted(cx.db, 'affiliation', row.id, cx.clock.now());
    return {
      ...changed(row),
      changes: { child: { old: row.childCode }, parent: { old: row.parentCode } },
    };
  },
});

/** Takes back a deletion of the last days, where nothing has come in its place. */
export const restoreAffiliation = command({
  name: 'organisation.restore_affiliation',
  input: affiliationInput,
  permission: organisationEdit,
  load: async (cx, input) => {
    await lockStructure(cx.db);
    const row = await findAffiliation(cx.db, input.affiliation, cx.clock.today(), true);
    if (row === null) throw new NotFound('affiliation');
    await requireSeen(cx, [row.childId, row.parentId], 'affiliation');
    const at = await deletedAt(cx.db, 'affiliation', row.id);
    const ends = await organisationsById(cx.db, [row.childId, row.parentId], cx.clock.today());
    return { row, at, ends, keeper: await keeperOf(cx, row.childId, organisationEdit) };
  },
  at: ({ keeper }) => [keeper],
  check: async ({ row, at, ends }, _input, cx) => {
    if (!restorable(cx, at)) return [issue('', 'too_late')];
    const child = ends.find((one) => one.id === row.childId);
    const parent = ends.find((one) => one.id === row.parentId);
    if (child === undefined || parent === undefined) return [issue('', 'still_deleted')];
    const ever = await parentsEver(cx.db, child.id, cx.clock.today());
    const same = ever.filter((one) => one.parentId === parent.id && one.kind === row.kind);
    const kind = row.kind;
    const issues = checkAffiliation(child, parent, kind, row.during, same);
    if (issues.length > 0) return issues;
    const edge = { child: child.id, parent: parent.id, kind, during: row.during };
    const cycle = await cycleIssue(cx, edge, '');
    return cycle === null ? [] : [cycle];
  },
  run: async (cx, { row }) => {
    await setDeleted(cx.db, 'affiliation', row.id, null);
    return {
      ...changed(row),
      changes: { child: { new: row.childCode }, parent: { new: row.parentCode } },
    };
  },
});
