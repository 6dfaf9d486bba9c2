import type { WebContext } from '../../../platform/http/env.ts';
import type { PersonRecord } from '../schema/index.ts';

/** Where a field of a person came from: a row of a file, in words, with the way to it. */
export interface FieldSource {
  /** Name of the column: 'birth_date', 'phones' … */
  readonly field: string;
  readonly text: string;
  readonly href?: string | undefined;
}

export type ProvenanceOf = (c: WebContext, person: PersonRecord) => Promise<readonly FieldSource[]>;

let known: ProvenanceOf | null = null;

/** Later modules bring persons in from files; the one that does says here where fields came from. */
export function registerProvenance(provenance: ProvenanceOf): void {
  known = provenance;
}

/** The newest source of each field that has one. */
export async function sourcesOf(
  c: WebContext,
  person: PersonRecord,
): Promise<ReadonlyMap<string, FieldSource>> {
  const found = known === null ? [] : await known(c, person);
  return new Map(found.map((source) => [source.field, source]));
}
