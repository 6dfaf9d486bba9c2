import { Readable } from 'node:stream';
import { sql } from 'kysely';
import type { Cx } from '../../../platform/command.ts';
import { all, type Db } from '../../../platform/database/query.ts';
import type { Program } from '../rules/index.ts';
import { bringFromHere, folderShelf, unwatched, type Watch } from '../service/index.ts';

export { officeSite, officeUploads } from './site.ts';
export { menuItem, type WxrItem, type WxrSite, wxr } from './wxr.ts';

interface More {
  readonly uploads?: string;
  readonly address?: string;
  readonly organisation?: string;
  readonly watch?: Watch;
}

/** Brings a text file as the command does. */
export const broughtFrom = async (
  cx: Cx,
  program: Exclude<Program, 'html'>,
  text: string,
  { uploads, address = '', organisation = 'sonla', watch = unwatched }: More = {},
) =>
  bringFromHere(
    cx,
    {
      organisation,
      source: { program, bytes: async () => Readable.from(pieces(Buffer.from(text))) },
      address,
      shelf: uploads === undefined ? null : await folderShelf(uploads),
      fileName: 'tep.xml',
    },
    watch,
  );

/** Brings a folder of pages as the command does. */
export const broughtFolder = async (
  cx: Cx,
  folder: string,
  { address = '', organisation = 'sonla' }: More = {},
) => {
  const shelf = await folderShelf(folder);
  const source = { program: 'html', folder: shelf } as const;
  return bringFromHere(cx, { organisation, source, address, shelf, fileName: 'trang' }, unwatched);
};

function* pieces(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += 1_000) yield bytes.subarray(at, at + 1_000);
}

/** How many rows each table of the product has, and the last event: what a run that changes nothing leaves as it was. */
export async function countsOf(db: Db): Promise<Readonly<Record<string, number>>> {
  const tables = await all(
    db,
    sql<{ name: string }>`select relname as name from pg_class
      where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1`,
  );
  const counts: Record<string, number> = {};
  for (const { name } of tables) {
    const rows = await all(
      db,
      sql<{ n: number }>`select count(*)::integer as n from ${sql.id(name)}`,
    );
    counts[name] = rows[0]!.n;
  }
  return counts;
}
