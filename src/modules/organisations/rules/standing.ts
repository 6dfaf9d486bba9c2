import { type DateRange, overlaps } from '../../../kernel/date-range.ts';
import { type Issue, issue } from '../../../kernel/issue.ts';
import type { AffiliationKind } from './kinds.ts';
import { checkWithin, lastOf } from './placing.ts';

export interface Node {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly during: DateRange;
}

/** What is wrong with putting `child` under `parent`, the graph apart. */
export function checkAffiliation(
  child: Node,
  parent: Node,
  kind: AffiliationKind,
  during: DateRange,
  present: readonly { readonly during: DateRange }[],
): Issue[] {
  if (child.id === parent.id) return [issue('parent', 'own_parent')];
  const misfit = kindMisfit(child.kind, parent.kind, kind);
  if (misfit !== null) return [misfit];
  const own = checkWithin(child.during, during);
  if (own !== null) return [own];
  const above = checkWithin(parent.during, during);
  if (above !== null) {
    return [issue(above.path, `parent_${above.code}`, { ...above.data, parent: parent.name })];
  }
  const same = present.find((other) => overlaps(other.during, during));
  if (same === undefined) return [];
  return [
    issue('from', 'already_affiliated', {
      parent: parent.name,
      start: same.during.from,
      end: lastOf(same.during),
    }),
  ];
}

/** The way in which an organisation of this kind usually stands under another. */
export function usualAffiliation(childKind: string, parentKind: string): AffiliationKind {
  if (childKind === 'branch') return 'branch';
  if (childKind === 'affiliated_unit') return 'unit';
  return childKind === 'sector_society' || parentKind === 'sector_society'
    ? 'sectoral'
    : 'territorial';
}

function kindMisfit(child: string, parent: string, kind: AffiliationKind): Issue | null {
  if (kind === 'branch' && child !== 'branch') return issue('kind', 'only_branches');
  if (kind === 'unit' && child !== 'affiliated_unit') return issue('kind', 'only_units');
  const sectors = parent === 'sector_society' || parent === 'national_union';
  return kind === 'sectoral' && !sectors ? issue('kind', 'not_a_sector') : null;
}
