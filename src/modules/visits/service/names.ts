import type { Cx } from '../../../platform/command.ts';

/** What a subject is called and where it is read; null where nobody may read it any more. */
export interface ReadName {
  readonly title: string;
  readonly href: string | null;
}

/** Titles of subjects of one kind on a site, by public id, in a constant number of queries. */
export type ReadNames = (
  cx: Cx,
  organisationId: string,
  pids: readonly string[],
) => Promise<ReadonlyMap<string, ReadName>>;

const known = new Map<string, ReadNames>();

/** Says how the subjects of a kind are called: whoever has pages with a subject says it. */
export function addReadNames(kind: string, names: ReadNames): void {
  known.set(kind, names);
}

/** What subjects are called; those without a name are not in it. */
export const namesOf = async (
  cx: Cx,
  organisationId: string,
  kind: string,
  pids: readonly string[],
): Promise<ReadonlyMap<string, ReadName>> =>
  pids.length === 0
    ? new Map()
    : ((await known.get(kind)?.(cx, organisationId, pids)) ?? new Map());
