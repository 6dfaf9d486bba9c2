import { sql } from 'kysely';
import { formatDateRange, fromInclusive, overlaps } from '../../../kernel/date-range.ts';
import { type Issue, issue } from '../../../kernel/issue.ts';
import { type Cx, command } from '../../../platform/command.ts';
import { NotFound } from '../../../platform/errors.ts';
import { factEdit } from '../policy.ts';
import { deletedAt, factKinds, factsOf, findFact, organisationsById } from '../queries/index.ts';
import { checkWithin, factValue, isIssue, type Placement, placeValue } from '../rules/index.ts';
import { type Fact, factIdInput, factInput } from '../schema/index.ts';
import { newIds } from './create.ts';
import { keeperOf, loadSubject, requireSeen, restorable } from './shared.ts';
import { lockOrganisation, setDeleted } from './write.ts';

/** Says what holds from a day on, and who declared it; the value before ends. Gives the fact's pid. */
export const setFact = command({
  name: 'organisation.set_fact',
  input: factInput,
  permission: factEdit,
  load: async (cx, input) => {
    const subject = await loadSubject(cx, input.organisation, factEdit);
    await lockOrganisation(cx.db, subject.organisation.id);
    const kind = (await factKinds(cx.db)).find((one) => one.code === input.kind) ?? null;
    const facts = (await factsOf(cx.db, subject.organisation.id)).filter(
      (fact) => fact.kind === input.kind,
    );
    const { until } = fromInclusive(null, input.to);
    const placement = placeValue(facts, subject.organisation.during, input.from, until);
    return { ...subject, kind, facts, placement, value: kind && factValue(kind.measure, input) };
  },
  at: ({ keeper }) => [keeper],
  check: ({ kind, placement, value }, input) => {
    if (kind === null || value === null) {
      return [issue('kind', 'unknown_fact_kind', { kind: input.kind })];
    }
    const issues: Issue[] = isIssue(value) ? [value] : [];
    if (placement.kind === 'refuse') issues.push(placement.issue);
    return issues;
  },
  run: async (cx, { organisation, facts, placement, value }, input) => {
    if (value === null || isIssue(value) || placement.kind === 'refuse') throw new NotFound('fact');
    const stored = { ...value, source: input.source, note: input.note };
    const { id, pid } = await storeFact(cx, organisation.id, input.kind, placement, stored);
    const displaced = placement.kind === 'replace' ? placement.id : placement.cut?.id;
    const old = facts.find((fact) => fact.id === displaced);
    return {
      result: { pid: facts.find((fact) => fact.id === id)?.pid ?? pid, code: organisation.code },
      subject: { type: 'fact', id },
      organisationId: organisation.id,
      changes: {
        kind: { new: input.kind },
        amount: { old: old?.amount, new: value.amount },
        words: { old: old?.words, new: value.words },
        from: { new: input.from },
        to: { new: input.to },
        source: { old: old?.source, new: input.source },
        note: { old: old?.note, new: input.note },
      },
    };
  },
});

interface Stored {
  readonly amount: number | null;
  readonly words: string | null;
  readonly source: string | null;
  readonly note: string | null;
}

async function storeFact(
  cx: Cx,
  organisationId: string,
  kind: string,
  placement: Exclude<Placement, { kind: 'refuse' }>,
  value: Stored,
): Promise<{ id: string; pid: string }> {
  const during = formatDateRange(placement.during);
  const ids = newIds(cx);
  if (placement.kind === 'replace') {
    await sql`update organisation_fact set amount = ${value.amount}, words = ${value.words},
        during = ${during}, source = ${value.source}, note = ${value.note}, version = version + 1
      where id = ${placement.id}`.execute(cx.db);
    return { id: placement.id, pid: ids.pid };
  }
  if (placement.cut !== null) {
    await sql`update organisation_fact set during = ${formatDateRange(placement.cut.during)},
      version = version + 1 where id = ${placement.cut.id}`.execute(cx.db);
  }
  await sql`insert into organisation_fact
      (id, pid, organisation_id, kind, amount, words, during, source, note, created_at)
    values (${ids.id}, ${ids.pid}, ${organisationId}, ${kind}, ${value.amount}, ${value.words},
      ${during}, ${value.source}, ${value.note}, ${cx.clock.now()})`.execute(cx.db);
  return ids;
}

const changed = (fact: Fact) => ({
  result: { pid: fact.pid, code: fact.organisationCode },
  subject: { type: 'fact', id: fact.id },
  organisationId: fact.organisationId,
});

/** Takes away a fact that was recorded by mistake. The value before it does not come back by itself. */
export const deleteFact = command({
  name: 'organisation.delete_fact',
  input: factIdInput,
  permission: factEdit,
  load: async (cx, input) => {
    const fact = await findFact(cx.db, input.fact);
    if (fact === null) throw new NotFound('fact');
    await requireSeen(cx, [fact.organisationId], 'fact');
    await lockOrganisation(cx.db, fact.organisationId);
    return { fact, keeper: await keeperOf(cx, fact.organisationId, factEdit) };
  },
  at: ({ keeper }) => [keeper],
  version: ({ fact }) => fact.version,
  run: async (cx, { fact }) => {
    await setDeleted(cx.db, 'organisation_fact', fact.id, cx.clock.now());
    return {
      ...changed(fact),
      changes: { amount: { old: fact.amount }, words: { old: fact.words } },
    };
  },
});

/** Takes back a deletion of the last days, where nothing has come in its place. */
export const restoreFact = command({
  name: 'organisation.restore_fact',
  input: factIdInput,
  permission: factEdit,
  load: async (cx, input) => {
    const fact = await findFact(cx.db, input.fact, true);
    if (fact === null) throw new NotFound('fact');
    await requireSeen(cx, [fact.organisationId], 'fact');
    await lockOrganisation(cx.db, fact.organisationId);
    const at = await deletedAt(cx.db, 'organisation_fact', fact.id);
    return { fact, at, keeper: await keeperOf(cx, fact.organisationId, factEdit) };
  },
  at: ({ keeper }) => [keeper],
  check: async ({ fact, at }, _input, cx) => {
    if (!restorable(cx, at)) return [issue('', 'too_late')];
    const [organisation] = await organisationsById(cx.db, [fact.organisationId], cx.clock.today());
    const outside = organisation && checkWithin(organisation.during, fact.during);
    if (outside) return [{ ...outside, path: '' }];
    const others = await factsOf(cx.db, fact.organisationId);
    const taken = others.some((o) => o.kind === fact.kind && overlaps(o.during, fact.during));
    return taken ? [issue('', 'overlaps_now')] : [];
  },
  run: async (cx, { fact }) => {
    await setDeleted(cx.db, 'organisation_fact', fact.id, null);
    return {
      ...changed(fact),
      changes: { amount: { new: fact.amount }, words: { new: fact.words } },
    };
  },
});
