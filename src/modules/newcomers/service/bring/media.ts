import { createHash } from 'node:crypto';
import { keptText } from '../../../../kernel/text.ts';
import { inTransaction } from '../../../../platform/database/query.ts';
import { addMedium } from '../../../media/index.ts';
import { knownOf, mediaByPath, stagedAfter, stagedCount } from '../../queries/index.ts';
import { filesOf, type NewMedia, pathIn, shortened } from '../../rules/index.ts';
import { type ShelfFile, spotsIn } from '../shelf/index.ts';
import { type Around, note } from './around.ts';

const atOnce = 100;
const words = (text: string, most: number): string => keptText(text).slice(0, most).trim();

/** Takes the files of the old library in, as far as they were handed over. */
export async function bringMedia(around: Around): Promise<void> {
  const { cx, batch } = around;
  // A folder of pages is full of what is no picture of anything: only what pages show comes, with them.
  if (around.program === 'html') return;
  const total = await stagedCount(cx.db, batch, ['media']);
  if (around.shelf === null) {
    if (total > 0) around.problems.add('no_uploads', {}, '', total);
    return;
  }
  let [after, done] = [-1, 0];
  for (;;) {
    const rows = await stagedAfter(cx.db, batch, 'media', after, atOnce);
    const ids = rows.map(({ one }) => shortened(one.originId));
    const known = await knownOf(cx.db, around.whose, 'media', ids);
    for (const { one } of rows) {
      await around.step(done, total, 'media');
      const there = known.get(shortened(one.originId));
      await oneMedium(around, one, there?.fingerprint ?? null);
      done += 1;
    }
    const last = rows.at(-1);
    if (last === undefined) return;
    after = last.position;
  }
}

async function oneMedium(around: Around, one: NewMedia, before: string | null): Promise<void> {
  const path = pathOfMedium(around, one);
  const file = path === null ? null : await spotsIn(around.shelf, [path]);
  if (path === null || file === null) {
    // What came with an earlier folder is here.
    if (before === null)
      around.problems.add('file_missing', {}, one.file ?? one.address.slice(0, 200));
    return;
  }
  await takeIn(around, file, {
    originId: shortened(one.originId),
    path,
    about: one.parent === null ? null : shortened(one.parent),
    before,
    title: words(one.title, 300),
    alt: words(one.alt, 500),
    caption: words(one.caption, 1000),
  });
}

const pathOfMedium = (around: Around, one: NewMedia): string | null =>
  one.file === null ? (filesOf(around.site, one.address)[0] ?? null) : pathIn(one.file);

interface Wanted {
  readonly originId: string;
  readonly path: string;
  readonly about: string | null;
  /** Digest of the file that came before under this id. */
  readonly before: string | null;
  readonly title: string;
  readonly alt: string;
  readonly caption: string;
}

/** Gives the medium that a file has become; null where the library refuses it. */
async function takeIn(around: Around, file: ShelfFile, of: Wanted): Promise<string | null> {
  const { cx } = around;
  const digest = await digestOf(file);
  if (digest === of.before) return null;
  const said = {
    organisation: around.code,
    title: of.title,
    alt: of.alt,
    caption: of.caption,
    listed: false,
  };
  const name = file.path.split('/').at(-1) ?? file.path;
  const added = await addMedium(cx, said, { name, bytes: await file.open() });
  if (!added.ok) {
    for (const { code } of added.issues)
      around.problems.add('file_refused', { why: code }, file.path.slice(0, 200));
    return null;
  }
  const { pid, same } = added.value;
  await inTransaction(cx.db, (db) =>
    note(around, db, {
      kind: 'media',
      originId: of.originId,
      pid,
      fingerprint: digest,
      path: of.path,
      about: of.about,
      made: !same,
    }),
  );
  if (!same) around.counts.media += 1;
  return pid;
}

async function digestOf(file: ShelfFile): Promise<string> {
  const hash = createHash('sha256');
  for await (const part of await file.open()) hash.update(part);
  return hash.digest('hex');
}

/** The media that addresses in a text of the old site name, by address; what is not here and was not handed over is left out. */
export async function mediaNamed(
  around: Around,
  addresses: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const paths = new Map(addresses.map((one) => [one, filesOf(around.site, one)]));
  const known = new Map(
    await mediaByPath(around.cx.db, around.whose, [...new Set([...paths.values()].flat())]),
  );
  const found = new Map<string, string>();
  for (const [address, candidates] of paths) {
    const [path] = candidates;
    if (path === undefined) continue;
    const here = candidates.map((one) => known.get(one)).find((pid) => pid !== undefined);
    const pid = here ?? (await fromShelf(around, candidates));
    if (pid === null) continue;
    found.set(address, pid);
    known.set(path, pid);
  }
  return found;
}

async function fromShelf(around: Around, candidates: readonly string[]): Promise<string | null> {
  const file = await spotsIn(around.shelf, candidates);
  const [path] = candidates;
  if (file === null || path === undefined) return null;
  const originId = shortened(`file:${path}`);
  return takeIn(around, file, {
    originId,
    path,
    about: null,
    before: null,
    title: '',
    alt: '',
    caption: '',
  });
}
