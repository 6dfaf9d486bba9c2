import { sql } from 'kysely';
import type { Cx } from '../../../../platform/command.ts';
import type { Db } from '../../../../platform/database/query.ts';
import type { KnownKind, Whose } from '../../queries/index.ts';
import { type OldSite, type Problems, type Program, shortened } from '../../rules/index.ts';
import type { Counts } from '../../schema.ts';
import type { Shelf } from '../shelf/index.ts';
import { Stopped, type Watch } from '../watch.ts';

/** Everything that the steps of one import share. */
export interface Around {
  readonly cx: Cx;
  readonly whose: Whose;
  /** The organisation's code. */
  readonly code: string;
  readonly program: Program;
  readonly site: OldSite;
  /** Language of the old site, as it says. */
  readonly language: string;
  /** Where what was read is staged. */
  readonly batch: string;
  readonly shelf: Shelf | null;
  readonly problems: Problems;
  readonly counts: { -readonly [name in keyof Counts]: number };
  /** The import that notes what it brings: made when something is first written. */
  importId(): Promise<string>;
  /** The same, null as long as nothing was written. */
  begun(): string | null;
  /** Tells how far it is. @throws Stopped */
  step(done: number, total: number, what: string): Promise<void>;
}

export const stepping =
  (watch: Watch): Around['step'] =>
  async (done, total, what) => {
    if (watch.cancelled()) throw new Stopped();
    await watch.progress(done, total, what);
  };

export interface Note {
  readonly kind: KnownKind;
  readonly originId: string;
  readonly pid: string;
  readonly fingerprint?: string;
  readonly newest?: number;
  readonly state?: string;
  readonly path?: string | null;
  readonly about?: string | null;
  /** False for what was here before. */
  readonly made?: boolean;
}

/** Notes what a thing of the old site became, in the caller's transaction. */
export async function note(around: Around, db: Db, of: Note): Promise<void> {
  const { organisationId, origin } = around.whose;
  await sql`insert into site_brought (organisation_id, origin, kind, origin_id, pid, fingerprint, newest, state, path,
      about, made, import_id)
    values (${organisationId}, ${origin}, ${of.kind}, ${of.originId}, ${of.pid}, ${of.fingerprint ?? ''},
      ${of.newest ?? null}::integer, ${of.state ?? null}, ${of.path ? shortened(of.path) : null}, ${of.about ?? null},
      ${of.made ?? true}, ${await around.importId()})
    on conflict (organisation_id, origin, kind, origin_id) do update set pid = excluded.pid,
      fingerprint = excluded.fingerprint, newest = excluded.newest, state = excluded.state,
      path = excluded.path, about = excluded.about`.execute(db);
}
