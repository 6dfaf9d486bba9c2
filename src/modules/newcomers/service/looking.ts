import { sql } from 'kysely';
import type { Cx } from '../../../platform/command.ts';
import { isNowhere, type Newcomer, Unreadable } from '../rules/index.ts';
import type { Preview, SiteImport } from '../schema.ts';
import { clean } from './importing.ts';
import { newcomersOf } from './reading.ts';
import { type Shelf, spotsIn } from './shelf/index.ts';
import { openSent } from './sources.ts';
import { Stopped, type Watch } from './watch.ts';

/** How many names of sections are kept. */
export const mostSections = 60;
const most = { titles: 12, letters: 300 };

/** Reads a file that was sent without writing anything of it, and keeps what it would bring. */
export async function lookAt(cx: Cx, of: SiteImport, watch: Watch): Promise<void> {
  const preview = await previewOf(cx, of, watch);
  await sql`update site_import set preview = ${clean(preview)}::jsonb, state = 'looked',
      address = case when address = '' then ${preview.address} else address end, version = version + 1
    where id = ${of.id} and state = 'opened'`.execute(cx.db);
}

async function previewOf(cx: Cx, of: SiteImport, watch: Watch): Promise<Preview> {
  const seen = new Seen();
  try {
    const sent = await openSent(cx, of);
    try {
      let read = 0;
      for await (const one of newcomersOf(sent.source)) {
        if (watch.cancelled()) throw new Stopped();
        await seen.add(one, sent.shelf);
        read += 1;
        if (read % 200 === 0) await watch.progress(read, null, 'reading');
      }
    } finally {
      await sent.close();
    }
    return seen.preview(null);
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return seen.preview({ code: error.code, data: { ...error.data } });
  }
}

class Seen {
  readonly #found: Record<string, number> = {};
  readonly #states: Record<string, number> = {};
  readonly #sections: string[] = [];
  readonly #titles: { title: string; at: string | null }[] = [];
  readonly #problems: Preview['problems'][number][] = [];
  #title = '';
  #address = '';
  #files = 0;

  async add(one: Newcomer, shelf: Shelf | null): Promise<void> {
    if (one.kind === 'problem') {
      const { kind: _, ...problem } = one;
      this.#problems.push(problem);
      return;
    }
    if (one.kind === 'site') {
      this.#title ||= one.title.slice(0, most.letters);
      this.#address ||= one.address.slice(0, most.letters);
      return;
    }
    this.#found[one.kind] = (this.#found[one.kind] ?? 0) + 1;
    if (one.kind === 'section' && this.#sections.length < mostSections && !isNowhere(one))
      this.#sections.push(one.name.slice(0, most.letters));
    if (one.kind === 'media' && shelf !== null && one.file !== null)
      if ((await spotsIn(shelf, [one.file])) !== null) this.#files += 1;
    if (one.kind !== 'article' && one.kind !== 'page') return;
    this.#states[one.state] = (this.#states[one.state] ?? 0) + 1;
    if (this.#titles.length < most.titles)
      this.#titles.push({ title: one.title.slice(0, most.letters), at: one.publishedAt });
  }

  preview(unreadable: Preview['unreadable']): Preview {
    return {
      title: this.#title,
      address: this.#address,
      found: this.#found,
      states: this.#states,
      sections: this.#sections,
      titles: this.#titles,
      files: this.#files,
      problems: this.#problems,
      unreadable,
    };
  }
}
