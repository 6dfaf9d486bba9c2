import { fromInclusive } from '../../../kernel/date-range.ts';
import { issue } from '../../../kernel/issue.ts';
import { type Cx, command } from '../../../platform/command.ts';
import { NotFound } from '../../../platform/errors.ts';
import { organisationEdit } from '../policy.ts';
import { findOrganisation, parentsEver } from '../queries/index.ts';
import { checkAffiliation, usualAffiliation } from '../rules/index.ts';
import { affiliateInput, type Organisation } from '../schema/index.ts';
import { newIds } from './create.ts';
import { cycleIssue, isRoot, keeperOf } from './shared.ts';
import { insertAffiliation, lockStructure } from './write.ts';

/**
 * Whoever affiliates must keep the child, so that nobody draws another's member to himself, and the
 * parent, whose figures change; a sector society learns of its provincial members from the province.
 */
export async function placesOf(
  cx: Cx,
  childId: string,
  parentId: string,
  kind: string,
): Promise<string[]> {
  const child = await keeperOf(cx, childId, organisationEdit);
  if (kind === 'sectoral') return [child];
  return [child, await keeperOf(cx, parentId, organisationEdit)];
}

interface Ends {
  readonly child: Organisation;
  readonly parent: Organisation | null;
  readonly places: readonly string[];
}

/** Puts an organisation under another for a time. Gives the affiliation's pid. */
export const affiliate = command({
  name: 'organisation.affiliate',
  input: affiliateInput,
  permission: organisationEdit,
  load: async (cx, input): Promise<Ends> => {
    await lockStructure(cx.db);
    const child = await findOrganisation(cx.db, input.child, input.from);
    if (child === null) throw new NotFound('organisation');
    const parent = await findOrganisation(cx.db, input.parent, input.from);
    if (parent === null) {
      return { child, parent, places: [await keeperOf(cx, child.id, organisationEdit)] };
    }
    const kind = input.kind ?? usualAffiliation(child.kind, parent.kind);
    return { child, parent, places: await placesOf(cx, child.id, parent.id, kind) };
  },
  at: ({ places }) => places,
  check: async ({ child, parent }, input, cx) => {
    if (parent === null) return [issue('parent', 'unknown_organisation', { code: input.parent })];
    if (await isRoot(cx, child.id)) return [issue('parent', 'root_has_no_parent')];
    const during = fromInclusive(input.from, input.to);
    const kind = input.kind ?? usualAffiliation(child.kind, parent.kind);
    const ever = await parentsEver(cx.db, child.id, input.from);
    const same = ever.filter((one) => one.parentId === parent.id && one.kind === kind);
    const issues = checkAffiliation(child, parent, kind, during, same);
    if (issues.length > 0) return issues;
    const cycle = await cycleIssue(
      cx,
      { child: child.id, parent: parent.id, kind, during },
      'parent',
    );
    return cycle === null ? [] : [cycle];
  },
  run: async (cx, { child, parent }, input) => {
    if (parent === null) throw new NotFound('organisation');
    const ids = newIds(cx);
    const kind = input.kind ?? usualAffiliation(child.kind, parent.kind);
    await insertAffiliation(cx, {
      ...ids,
      childId: child.id,
      parentId: parent.id,
      kind,
      during: fromInclusive(input.from, input.to),
      decision: input.decision,
      note: input.note,
    });
    return {
      result: { pid: ids.pid, code: child.code },
      subject: { type: 'affiliation', id: ids.id },
      organisationId: child.id,
      changes: {
        child: { new: child.code },
        parent: { new: parent.code },
        kind: { new: kind },
        from: { new: input.from },
        to: { new: input.to },
        decision: { new: input.decision },
        note: { new: input.note },
      },
    };
  },
});
