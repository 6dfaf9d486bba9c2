import { parseDateRange } from '../../../kernel/date-range.ts';
import { type DatedEdge, wouldCycle } from '../../../kernel/graph.ts';
import { type Issue, issue } from '../../../kernel/issue.ts';
import type { Cx } from '../../../platform/command.ts';
import { NotFound } from '../../../platform/errors.ts';
import { reservedWords } from '../../../platform/http/addresses.ts';
import { may, type Permission, permittedRoots } from '../../../platform/policy.ts';
import { lastRestoreDay } from '../../../platform/records/deleting.ts';
import { getInstallation } from '../../../platform/settings.ts';
import { organisationRecords } from '../policy.ts';
import {
  codeHolder,
  findOrganisation,
  graphEdges,
  lastParent,
  organisationsById,
} from '../queries/index.ts';
import { pageWords } from '../rules/index.ts';
import type { Organisation } from '../schema/index.ts';

/** The organisation of a command; its record is public, so the right is asked for at `keeper`. */
export interface Subject {
  readonly organisation: Organisation;
  /** Where the right is needed: itself, or who kept it last when nobody stands above it today. */
  readonly keeper: string;
}

export async function loadSubject(cx: Cx, code: string, wanted: Permission): Promise<Subject> {
  const organisation = await findOrganisation(cx.db, code, cx.clock.today());
  if (organisation === null) throw new NotFound('organisation');
  return { organisation, keeper: await keeperOf(cx, organisation.id, wanted) };
}

/**
 * Rights cover what is below on the day that is today. A closed organisation, or one that comes only
 * later, stands under nobody today; its record stays with the parent nearest in time.
 */
export async function keeperOf(cx: Cx, id: string, wanted: Permission): Promise<string> {
  if (await may(cx, wanted, id)) return id;
  return (await lastParent(cx.db, id, cx.clock.today())) ?? id;
}

/** True when the actor has the right at the organisation, or at whoever keeps its record. */
export async function mayAt(cx: Cx, wanted: Permission, id: string): Promise<boolean> {
  if (await may(cx, wanted, id)) return true;
  if (cx.actor.kind !== 'account') return false;
  return may(cx, wanted, await keeperOf(cx, id, wanted));
}

/**
 * What is recorded about organisations is not there for one who may not see it at any of them; only
 * then may be told that the right to change it is missing.
 * @throws NotFound
 */
export async function requireSeen(cx: Cx, ids: readonly string[], what: string): Promise<void> {
  for (const id of ids) if (await mayAt(cx, organisationRecords, id)) return;
  throw new NotFound(what);
}

/** Where to ask for the right when what was named does not exist: any place where the actor has it. */
export function anyPlace(cx: Cx, wanted: Permission): string[] {
  const roots = permittedRoots(cx.actor, wanted);
  return roots === 'all' ? [] : roots.slice(0, 1);
}

/** What is wrong with a code for `organisationId` (null for a new organisation). */
export async function codeIssues(
  cx: Cx,
  code: string,
  organisationId: string | null,
): Promise<Issue[]> {
  if (reservedWords.includes(code) || pageWords.includes(code)) {
    return [issue('code', 'code_reserved', { code })];
  }
  const holder = await codeHolder(cx.db, code);
  if (holder === null) return [];
  const own = holder.organisationId === organisationId;
  if (own && holder.current) return [issue('code', 'same_code')];
  if (own) return [];
  if (holder.deleted) return [issue('code', 'code_deleted', { code })];
  return [issue('code', holder.current ? 'code_taken' : 'code_was_taken', { code })];
}

/** An issue when the edge would put something above itself on any day. The graph must be locked. */
export async function cycleIssue(cx: Cx, edge: DatedEdge, path: string): Promise<Issue | null> {
  const rows = await graphEdges(cx.db);
  const edges = rows.map((row) => ({ ...row, during: parseDateRange(row.during) }));
  const cycle = wouldCycle(edges, edge);
  if (cycle === null) return null;
  const named = await organisationsById(cx.db, cycle.nodes, cx.clock.today());
  const nameOf = (id: string) => named.find((one) => one.id === id)?.shortName ?? '';
  const nodes = [...cycle.nodes, cycle.nodes[0] ?? ''];
  return issue(path, 'cycle', { day: cycle.day, path: nodes.map(nameOf).join(' → ') });
}

/** True for the organisation that the installation belongs to. */
export async function isRoot(cx: Cx, id: string): Promise<boolean> {
  return (await getInstallation(cx.db))?.rootOrganisationId === id;
}

/** True while what was deleted then may still be taken back. */
export function restorable(cx: Cx, deletedAt: Date | null): boolean {
  return deletedAt !== null && lastRestoreDay(deletedAt) >= cx.clock.today();
}
