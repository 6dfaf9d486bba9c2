import { sql } from 'kysely';
import { formatDateRange, isEmpty, lastDay } from '../../../kernel/date-range.ts';
import { type Issue, issue } from '../../../kernel/issue.ts';
import { command } from '../../../platform/command.ts';
import { accentFor } from '../../../ui/accent.ts';
import { organisationEdit } from '../policy.ts';
import { namesOf } from '../queries/index.ts';
import { type Placement, placeValue } from '../rules/index.ts';
import { codeInput, editInput, renameInput } from '../schema/index.ts';
import { newIds } from './create.ts';
import { codeIssues, loadSubject } from './shared.ts';
import {
  countOutside,
  insertName,
  lockOrganisation,
  lockStructure,
  setNameDuring,
  touch,
  updateName,
} from './write.ts';

/** Gives a name from a day on; the one before ends the day before, one of that very day is corrected. */
export const renameOrganisation = command({
  name: 'organisation.rename',
  input: renameInput,
  permission: organisationEdit,
  load: async (cx, input) => {
    const subject = await loadSubject(cx, input.organisation, organisationEdit);
    const version = await lockOrganisation(cx.db, subject.organisation.id);
    const names = await namesOf(cx.db, subject.organisation.id);
    const placement = placeValue(names, subject.organisation.during, input.from, null);
    return { ...subject, version: version ?? 0, names, placement };
  },
  at: ({ keeper }) => [keeper],
  version: ({ version }) => version,
  check: ({ placement }) => (placement.kind === 'refuse' ? [placement.issue] : []),
  run: async (cx, { organisation, names, placement }, input) => {
    const shortName = input.short_name ?? input.name.slice(0, 120);
    const value = { name: input.name, shortName, decision: input.decision };
    if (placement.kind === 'replace') await updateName(cx.db, placement.id, value);
    if (placement.kind === 'insert') {
      if (placement.cut !== null)
        await setNameDuring(cx.db, placement.cut.id, placement.cut.during);
      await insertName(cx.db, {
        ...newIds(cx),
        ...value,
        organisationId: organisation.id,
        during: placement.during,
      });
    }
    await touch(cx.db, organisation.id);
    const old = names.find((name) => name.id === displaced(placement));
    return {
      result: { code: organisation.code },
      subject: { type: 'organisation', id: organisation.id },
      organisationId: organisation.id,
      changes: {
        name: { old: old?.name, new: input.name },
        short_name: { old: old?.shortName, new: shortName },
        name_from: { new: input.from },
      },
    };
  },
});

function displaced(placement: Placement): string | undefined {
  if (placement.kind === 'replace') return placement.id;
  return placement.kind === 'insert' ? placement.cut?.id : undefined;
}

/** Changes the founding day, the colour and the letters of the seal. */
export const editOrganisation = command({
  name: 'organisation.edit',
  input: editInput,
  permission: organisationEdit,
  load: async (cx, input) => {
    await lockStructure(cx.db);
    const subject = await loadSubject(cx, input.organisation, organisationEdit);
    const version = await lockOrganisation(cx.db, subject.organisation.id);
    return { ...subject, version: version ?? 0 };
  },
  at: ({ keeper }) => [keeper],
  version: ({ version }) => version,
  check: async ({ organisation }, input, cx) => {
    const issues: Issue[] = [];
    if (input.accent !== null) {
      const accent = accentFor(input.accent);
      if (!accent.ok) issues.push(accent.issue);
    }
    const during = { from: input.founded_on, until: organisation.during.until };
    if (isEmpty(during))
      issues.push(
        issue('founded_on', 'after_closing', {
          closed: lastDay({ from: null, until: during.until }),
        }),
      );
    const old = organisation.during.from;
    if (old !== null && input.founded_on > old) {
      const { before } = await countOutside(cx.db, organisation.id, during, old);
      if (before > 0) issues.push(issue('founded_on', 'records_before', { count: before }));
    }
    return issues;
  },
  run: async (cx, { organisation }, input) => {
    const { from: old, until } = organisation.during;
    if (old !== input.founded_on) {
      await moveFounding(cx.db, organisation.id, { from: old, until }, input.founded_on);
    }
    await sql`update organisation set accent = ${input.accent}, seal = ${input.seal},
      version = version + 1 where id = ${organisation.id}`.execute(cx.db);
    return {
      result: { code: organisation.code },
      subject: { type: 'organisation', id: organisation.id },
      organisationId: organisation.id,
      changes: {
        founded_on: { old, new: input.founded_on },
        accent: { old: organisation.accent, new: input.accent },
        seal: { old: organisation.seal, new: input.seal },
      },
    };
  },
});

// What began on the founding day begins on the corrected one; never before its own parent.
async function moveFounding(
  db: Parameters<typeof touch>[0],
  id: string,
  old: { readonly from: string | null; readonly until: string | null },
  founded: string,
): Promise<void> {
  const existence = formatDateRange({ from: founded, until: old.until });
  await sql`update organisation set during = ${existence} where id = ${id}`.execute(db);
  await sql`update organisation_name set during = daterange(${founded}::date, upper(during))
    where organisation_id = ${id} and lower(during) = ${old.from}::date`.execute(db);
  await sql`update organisation_fact set during = daterange(${founded}::date, upper(during)),
      version = version + 1
    where organisation_id = ${id} and deleted_at is null
      and lower(during) = ${old.from}::date`.execute(db);
  await sql`update affiliation a
    set during = daterange(greatest(${founded}::date, lower(p.during)), upper(a.during)),
      version = a.version + 1
    from organisation p where p.id = a.parent_id and a.child_id = ${id} and a.deleted_at is null
      and lower(a.during) = ${old.from}::date`.execute(db);
}

/** Gives another code; the old one keeps leading here. */
export const changeOrganisationCode = command({
  name: 'organisation.change_code',
  input: codeInput,
  permission: organisationEdit,
  load: async (cx, input) => {
    await lockStructure(cx.db);
    const subject = await loadSubject(cx, input.organisation, organisationEdit);
    const version = await lockOrganisation(cx.db, subject.organisation.id);
    return { ...subject, version: version ?? 0 };
  },
  at: ({ keeper }) => [keeper],
  version: ({ version }) => version,
  check: ({ organisation }, input, cx) => codeIssues(cx, input.code, organisation.id),
  run: async (cx, { organisation }, input) => {
    await sql`delete from organisation_code_alias where code = ${input.code}`.execute(cx.db);
    await sql`insert into organisation_code_alias (code, organisation_id, since)
      values (${organisation.code}, ${organisation.id}, ${cx.clock.today()})`.execute(cx.db);
    await sql`update organisation set code = ${input.code}, version = version + 1
      where id = ${organisation.id}`.execute(cx.db);
    return {
      result: { code: input.code },
      subject: { type: 'organisation', id: organisation.id },
      organisationId: organisation.id,
      changes: { code: { old: organisation.code, new: input.code } },
    };
  },
});
