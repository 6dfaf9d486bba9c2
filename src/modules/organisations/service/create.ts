import { sql } from 'kysely';
import { type DateRange, formatDateRange } from '../../../kernel/date-range.ts';
import type { Day } from '../../../kernel/day.ts';
import { type Issue, issue } from '../../../kernel/issue.ts';
import { type Cx, command } from '../../../platform/command.ts';
import { organisationEdit } from '../policy.ts';
import { findOrganisation } from '../queries/index.ts';
import {
  type AffiliationKind,
  checkAffiliation,
  type OrganisationKind,
  usualAffiliation,
} from '../rules/index.ts';
import { createInput, type Organisation } from '../schema/index.ts';
import { anyPlace, codeIssues } from './shared.ts';
import { insertAffiliation, insertName, lockStructure } from './write.ts';

interface Loaded {
  readonly parent: Organisation | null;
  readonly places: readonly (string | null)[];
}

/** How the new organisation stands under its parent: from its founding, or from the parent's. */
function affiliationOf(
  input: {
    readonly kind: OrganisationKind;
    readonly affiliation_kind: AffiliationKind | null;
    readonly affiliated_from: Day | null;
    readonly from: Day;
  },
  parent: Organisation,
): { kind: AffiliationKind; during: DateRange } {
  const founded = parent.during.from;
  const both = founded !== null && founded > input.from ? founded : input.from;
  return {
    kind: input.affiliation_kind ?? usualAffiliation(input.kind, parent.kind),
    during: { from: input.affiliated_from ?? both, until: null },
  };
}

// The rule speaks of an affiliation alone; on this form its fields have longer names.
const paths: Readonly<Record<string, string>> = {
  kind: 'affiliation_kind',
  from: 'affiliated_from',
};

/**
 * Records an organisation with its first name and, unless it is the installation's root, the one it
 * stands under. Gives its code.
 */
export const createOrganisation = command({
  name: 'organisation.create',
  input: createInput,
  permission: organisationEdit,
  load: async (cx, input): Promise<Loaded> => {
    await lockStructure(cx.db);
    if (input.parent === null) {
      const places = cx.actor.kind === 'system' ? [null] : anyPlace(cx, organisationEdit);
      return { parent: null, places };
    }
    const parent = await findOrganisation(cx.db, input.parent, input.from);
    return {
      parent,
      places: parent === null ? anyPlace(cx, organisationEdit) : [parent.id],
    };
  },
  at: (loaded) => loaded.places,
  check: async (loaded, input, cx) => {
    const issues: Issue[] = await codeIssues(cx, input.code, null);
    if (input.parent === null && cx.actor.kind !== 'system')
      issues.push(issue('parent', 'parent_needed'));
    if (input.parent !== null && loaded.parent === null) {
      issues.push(issue('parent', 'unknown_organisation', { code: input.parent }));
    }
    if (loaded.parent !== null) issues.push(...standingIssues(input, loaded.parent));
    return issues;
  },
  run: async (cx, { parent }, input) => {
    const id = cx.ids.uuid();
    const during: DateRange = { from: input.from, until: null };
    const shortName = input.short_name ?? input.name.slice(0, 120);
    await sql`insert into organisation (id, pid, code, kind, during, created_at)
      values (${id}, ${cx.ids.pid()}, ${input.code}, ${input.kind}, ${formatDateRange(during)},
        ${cx.clock.now()})`.execute(cx.db);
    await insertName(cx.db, {
      ...newIds(cx),
      organisationId: id,
      name: input.name,
      shortName,
      during,
      decision: input.decision,
    });
    if (parent !== null) {
      await insertAffiliation(cx, {
        ...newIds(cx),
        childId: id,
        parentId: parent.id,
        ...affiliationOf(input, parent),
        decision: input.decision,
        note: null,
      });
    }
    return {
      result: { code: input.code },
      subject: { type: 'organisation', id },
      organisationId: id,
      changes: {
        code: { new: input.code },
        kind: { new: input.kind },
        name: { new: input.name },
        short_name: { new: shortName },
        founded_on: { new: input.from },
        parent: { new: parent?.code },
      },
    };
  },
});

function standingIssues(
  input: Parameters<typeof affiliationOf>[0] & { readonly name: string },
  parent: Organisation,
): Issue[] {
  const child = {
    id: '',
    kind: input.kind,
    name: input.name,
    during: { from: input.from, until: null },
  };
  const { kind, during } = affiliationOf(input, parent);
  const found = checkAffiliation(child, parent, kind, during, []);
  return found.map((problem) => ({ ...problem, path: paths[problem.path] ?? problem.path }));
}

export function newIds(cx: Cx): { id: string; pid: string } {
  return { id: cx.ids.uuid(), pid: cx.ids.pid() };
}
