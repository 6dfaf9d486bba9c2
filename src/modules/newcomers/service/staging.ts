import { sql } from 'kysely';
import { isSlug, slugOf } from '../../../kernel/slug.ts';
import type { Cx } from '../../../platform/command.ts';
import { oldAddress } from '../../sites/index.ts';
import {
  fateOf,
  type NewArticle,
  type Newcomer,
  type Newcomers,
  type NewSite,
  type Problem,
  shortened,
} from '../rules/index.ts';
import { Stopped, type Watch } from './watch.ts';

const rowsAtOnce = 500;
const lettersAtOnce = 4_000_000;
// What was left behind by an import that nobody went on with.
const KEPT = '2 days';

/** What was read, beside what is staged. */
export interface Read {
  readonly batch: string;
  readonly site: NewSite | null;
  readonly problems: readonly Problem[];
}

interface Row {
  readonly kind: Newcomer['kind'];
  readonly originId: string;
  readonly about: string | null;
  readonly slug: string | null;
  readonly lead: boolean;
  readonly data: string;
}

/** Puts all that is read where it can be found by its id. @throws Unreadable, Stopped */
export async function stage(cx: Cx, stream: Newcomers, watch: Watch): Promise<Read> {
  const batch = cx.ids.uuid();
  await sql`delete from site_staged where staged_at < ${cx.clock.now()}::timestamptz - ${KEPT}::interval`.execute(
    cx.db,
  );
  let site: NewSite | null = null;
  const problems: Problem[] = [];
  let rows: Row[] = [];
  let letters = 0;
  let position = 0;
  const write = async () => {
    await insertRows(cx, batch, position, rows);
    position += rows.length;
    [rows, letters] = [[], 0];
    await watch.progress(position, null, 'reading');
  };
  try {
    for await (const one of stream) {
      if (watch.cancelled()) throw new Stopped();
      if (one.kind === 'problem') problems.push(one);
      else if (one.kind === 'site') site ??= one;
      else {
        const row = rowOf(one, cx.clock.now());
        if (row === null) continue;
        rows.push(row);
        letters += row.data.length;
        if (rows.length >= rowsAtOnce || letters >= lettersAtOnce) await write();
      }
    }
    await write();
  } catch (error) {
    await unstage(cx, batch);
    throw error;
  }
  return { batch, site, problems };
}

type Record = Exclude<Newcomer, { readonly kind: 'problem' | 'site' }>;

function rowOf(one: Record, now: Date): Row | null {
  const row = (kind: Row['kind'], originId: string, more: Partial<Row> = {}): Row => ({
    kind,
    originId: shortened(originId),
    about: null,
    slug: null,
    lead: false,
    data: JSON.stringify(one),
    ...more,
  });
  const within = (id: string | null) => ({ about: id === null ? null : shortened(id) });
  switch (one.kind) {
    case 'article':
    case 'page':
      // Pages and articles have their ids in one row.
      return row('article', one.originId, {
        slug: addressOf(one, now),
        lead: one.pinned && one.state === 'published',
      });
    case 'redirect': {
      const from = oldAddress(one.from);
      return from === null || from === '/' ? null : row('redirect', from);
    }
    case 'comment':
      return row('comment', one.originId, within(one.about));
    case 'tagging':
      return row('tagging', one.tag, within(one.about));
    case 'media':
      return row('media', one.originId, within(one.parent));
    default:
      return row(one.kind, one.originId);
  }
}

/** The address that an article shall have here, below its site; null where the public shall not read it. */
function addressOf(one: NewArticle, now: Date): string | null {
  const { act } = fateOf(one, now);
  if (act !== 'publish' && act !== 'schedule') return null;
  const slug = isSlug(one.slug) ? one.slug : slugOf(one.slug || one.title);
  return `${one.kind === 'page' ? 'trang' : 'bai'}/${slug}`;
}

async function insertRows(
  cx: Cx,
  batch: string,
  from: number,
  rows: readonly Row[],
): Promise<void> {
  if (rows.length === 0) return;
  await sql`insert into site_staged (batch, position, kind, origin_id, about, slug, lead, data, staged_at)
    select ${batch}, ${from} + x.at, x.kind, x.origin_id, x.about, x.slug, x.lead, x.data, ${cx.clock.now()}
    from unnest(${rows.map(({ kind }) => kind)}::text[], ${rows.map((row) => row.originId)}::text[],
      ${rows.map(({ about }) => about)}::text[], ${rows.map(({ slug }) => slug)}::text[],
      ${rows.map(({ lead }) => lead)}::boolean[], ${rows.map(({ data }) => data)}::text[])
      with ordinality x (kind, origin_id, about, slug, lead, data, at)`.execute(cx.db);
}

/** Forgets what was staged. */
export async function unstage(cx: Cx, batch: string): Promise<void> {
  await sql`delete from site_staged where batch = ${batch}`.execute(cx.db);
}

/** The addresses that staged articles have here. */
export async function setSlugs(
  cx: Cx,
  batch: string,
  rows: readonly { readonly position: number }[],
  slugs: readonly string[],
): Promise<void> {
  await sql`update site_staged s set slug = x.slug
    from unnest(${rows.map(({ position }) => position)}::bigint[], ${[...slugs]}::text[]) x (position, slug)
    where s.batch = ${batch} and s.position = x.position`.execute(cx.db);
}
