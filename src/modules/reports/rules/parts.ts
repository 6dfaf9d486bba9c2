/** What of a section says where it stands. */
interface Placed {
  readonly section: {
    readonly kind: 'heading' | 'narrative' | 'table';
    readonly level: number;
    readonly number: string;
  };
}

/** Sections that are opened and filled together: the first gives the name. */
export type Part<S> = readonly [S, ...S[]];

/** Parts under one heading; `heading` null: they stand by themselves. */
export interface PartGroup<S> {
  readonly heading: S | null;
  readonly parts: readonly Part<S>[];
}

/**
 * The sections of a form as a table of contents: every heading opens a group, and a table without a
 * number goes with the words right before it. A group ends at a section that is no deeper than its heading.
 */
export function partGroups<S extends Placed>(sections: readonly S[]): PartGroup<S>[] {
  const groups: { heading: S | null; parts: [S, ...S[]][] }[] = [];
  for (const one of sections) {
    const { kind, level } = one.section;
    const group = groups.at(-1);
    const over = group?.heading?.section.level ?? 0;
    if (kind === 'heading') groups.push({ heading: one, parts: [] });
    else if (group !== undefined && over < level) addPart(group.parts, one);
    else groups.push({ heading: null, parts: [[one]] });
  }
  return groups;
}

function addPart<S extends Placed>(parts: [S, ...S[]][], one: S): void {
  const last = parts.at(-1);
  if (last !== undefined && goesWith(one, last)) last.push(one);
  else parts.push([one]);
}

function goesWith<S extends Placed>({ section }: S, part: Part<S>): boolean {
  const last = part.at(-1);
  return section.kind === 'table' && section.number === '' && last?.section.kind === 'narrative';
}

/** What is left to do at some places, each place in as many ways as it has. */
export interface Left {
  /** Without a figure that must be there. */
  readonly missing: number;
  /** Other than the records, without a reason. */
  readonly unexplained: number;
  /** Returned, and neither changed nor answered. */
  readonly returned: number;
  /** Returned, and changed or answered since. */
  readonly corrected: number;
  /** Where two people typed different things. */
  readonly rivals: number;
}

interface Place {
  readonly issues: readonly { readonly code: string }[];
  readonly messages: readonly { readonly kind: string; readonly settled: boolean }[];
}

/** True when it came back with words of its own that are not settled. */
export const isReturned = ({ messages }: Pick<Place, 'messages'>): boolean =>
  messages.some(({ kind, settled }) => kind === 'return' && !settled);

export function leftOf(places: readonly Place[]): Left {
  const many = (code: string) =>
    places.filter(({ issues }) => issues.some((one) => one.code === code)).length;
  const returned = many('return_unanswered');
  return {
    missing: many('row_required'),
    unexplained: many('reason_required'),
    returned,
    corrected: places.filter(isReturned).length - returned,
    rivals: many('rival_open'),
  };
}

/** True when something of it keeps a form from being sent. */
export const isLeft = ({ missing, unexplained, returned, rivals }: Left): boolean =>
  missing + unexplained + returned + rivals > 0;
