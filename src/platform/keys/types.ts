export const PURPOSES = ['field', 'blind_index', 'session', 'receipt', 'certificate'] as const;
export type Purpose = (typeof PURPOSES)[number];

export interface Key {
  readonly purpose: Purpose;
  /** 1, 2, … in the order in which they were made. */
  readonly version: number;
  /** 8 hex digits: two keys of the same version from different files are told apart. */
  readonly id: string;
  /** 32 random bytes. */
  readonly secret: Buffer;
  readonly createdAt: string;
}

export interface Keys {
  /** 'missing': everything opens but what is encrypted; sign-ins last until the next start. */
  readonly status: 'ready' | 'missing';
  readonly path: string;
  /** The newest key of the purpose. Throws KeysError 'keys_missing' when there is none. */
  current(purpose: Purpose): Key;
  byVersion(purpose: Purpose, version: number): Key | null;
  /** All keys of the purpose, the newest first. */
  all(purpose: Purpose): readonly Key[];
}
