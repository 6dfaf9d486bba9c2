import type { Hono } from 'hono';
import { issue } from '../../../../kernel/issue.ts';
import { wordsOf } from '../../../../platform/forms/words.ts';
import type { Env, WebContext } from '../../../../platform/http/env.ts';
import { streamedForm } from '../../../../platform/http/upload.ts';
import { listAlbums, listMedia, liveMedium } from '../../queries/index.ts';
import { type Kind, kinds } from '../../rules/index.ts';
import type { AlbumRow, Medium } from '../../schema/index.ts';
import { addMedium, openAddresses, shownMedium } from '../../service/index.ts';
import { issueWords, mustManage, officeAddresses } from '../shared.ts';

/** What pickers and the editor ask, in JSON. */
export function pickerDoors(app: Hono<Env>): void {
  app.post('/thu-vien/tai-len', receive);
  app.get('/thu-vien/goi-y', suggest);
}

/**
 * One file (`file`) with what may be said of it: `title`, `alt`, `caption`, `credit`; `listed=1` puts it into the
 * public lists of the library. It answers what `goi-y` tells of it; refusals are `{message}` with 422.
 */
async function receive(c: WebContext): Promise<Response> {
  mustManage(c);
  const { cx, place } = c.var;
  // What is said stands behind the file, or before it: it is known when the form is at its end.
  const { file: kept, values } = await streamedForm(c, 'file', async ({ name, bytes }) => {
    const chunks: Uint8Array[] = [];
    let size = 0;
    for await (const chunk of bytes) {
      size += chunk.byteLength;
      if (size <= mostInPlace) chunks.push(chunk);
    }
    return { name, size, bytes: Buffer.concat(chunks) };
  });
  if (kept === null) return refused(c, [wordsOf(issue('file', 'choose_file'), issueWords)]);
  if (kept.size > mostInPlace) {
    const large = issue('file', 'file_too_large', { limit: mostInPlace });
    return refused(c, [wordsOf(large, issueWords)]);
  }
  const { title, alt, caption, credit } = values;
  const said = { title, alt, caption, credit, listed: values.listed === '1' };
  const added = await addMedium(cx, { organisation: place.code, ...said }, kept);
  if (!added.ok)
    return refused(
      c,
      added.issues.map((one) => wordsOf(one, issueWords)),
    );
  const medium = await liveMedium(cx, added.value.pid);
  return c.json({ ...suggestion(medium), same: added.value.same }, 201);
}

/** What is sent from within a text; films have a page of their own. */
const mostInPlace = 50_000_000;

const refused = (c: WebContext, messages: readonly string[]): Response =>
  c.json({ message: messages.join(' ') }, 422);

const mostSuggested = 24;

/** What the picker is told of a medium. */
export interface Suggestion {
  readonly pid: string;
  readonly kind: Kind | 'album';
  readonly title: string;
  /** For the list of suggestions of a text field: what is put into it, what is shown. */
  readonly value: string;
  readonly label: string;
  readonly note: string;
  /** A picture to show; the file itself for others. */
  readonly src: string;
  readonly width: number | null;
  readonly height: number | null;
  readonly alt: string;
  readonly caption: string;
  readonly credit: string;
}

export function suggestion(medium: Medium): Suggestion {
  const { pid, kind, title, organisationCode: code } = medium;
  const at = medium.public ? openAddresses(code) : officeAddresses(code);
  const { src, width, height, alt, caption, credit } = shownMedium(medium, at);
  const note = medium.takenOn?.split('-').reverse().join('/') ?? '';
  const told = { value: `${title} (${pid})`, label: title, note };
  return { pid, kind, title, ...told, src, width, height, alt, caption, credit };
}

const albumSuggestion = ({ pid, title, count }: AlbumRow): Suggestion => ({
  pid,
  kind: 'album',
  title,
  value: `${title} (${pid})`,
  label: title,
  note: String(count),
  src: '',
  width: null,
  height: null,
  alt: '',
  caption: '',
  credit: '',
});

/** `?loai=picture|video|audio|document|album&q=`: the newest that have all the words, with or without dấu. */
async function suggest(c: WebContext): Promise<Response> {
  const { cx, place } = c.var;
  const asked = (c.req.query('loai') ?? 'picture').split(',');
  const q = (c.req.query('q') ?? '').replace(/\([0-9a-z]{16}\)$/, '').slice(0, 200);
  const page = { organisationId: place.organisationId, q, page: 1, size: mostSuggested };
  if (asked.includes('album')) {
    const { rows } = await listAlbums(cx, page);
    return c.json(rows.map(albumSuggestion));
  }
  const wanted = kinds.filter((kind) => asked.includes(kind));
  const { rows } = await listMedia(cx, { ...page, kinds: wanted });
  return c.json(rows.map(suggestion));
}
