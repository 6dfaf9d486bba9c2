/** The columns of a home, in the order in which they are read. */
export const blockPlaces = ['main', 'aside', 'wide', 'thirds', 'foot'] as const;
export type BlockPlace = (typeof blockPlaces)[number];

/** What a kind of block lets one set: how many, whose. */
export interface BlockSettings {
  readonly count?: number;
  /** pid of a section, album or poll, as the kind means it. */
  readonly of?: string;
}

const MOST = 24;

/** Settings as they stand in the database, read again: what is not understood is left out. */
export function readSettings(raw: unknown): BlockSettings {
  const { count, of } = (typeof raw === 'object' && raw !== null ? raw : {}) as Record<
    string,
    unknown
  >;
  return {
    ...(typeof count === 'number' && Number.isInteger(count) && count >= 1 && count <= MOST
      ? { count }
      : {}),
    ...(typeof of === 'string' && /^[a-z0-9-]{1,80}$/.test(of) ? { of } : {}),
  };
}
