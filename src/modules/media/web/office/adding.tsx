import type { Hono } from 'hono';
import { type Issue, issue } from '../../../../kernel/issue.ts';
import { execute } from '../../../../platform/command.ts';
import { NotFound } from '../../../../platform/errors.ts';
import { wordsOf } from '../../../../platform/forms/words.ts';
import { withQuery } from '../../../../platform/http/addresses.ts';
import { formOf } from '../../../../platform/http/body.ts';
import type { Env, WebContext } from '../../../../platform/http/env.ts';
import { uploadDoors } from '../../../../platform/http/tus.ts';
import { streamedForm } from '../../../../platform/http/upload.ts';
import { AddMedia } from '../../pages/adding.tsx';
import { listMedia } from '../../queries/index.ts';
import { largest, limitFor } from '../../rules/index.ts';
import { type Added, addMedium, addStored, addToAlbum } from '../../service/index.ts';
import { words } from '../../vi/index.ts';
import { crumbsTo, issueWords, mustManage, pathOf } from '../shared.ts';
import { albumOptions } from './list.tsx';
import { mediumTile } from './tiles.tsx';

export function addingDoors(app: Hono<Env>): void {
  app.get('/thu-vien/them', (c) => page(c, {}));
  app.post('/thu-vien/them', picturesSent);
  app.post('/thu-vien/them-phim', filmSent);
  uploadDoors(app, '/thu-vien/gui', {
    words: issueWords,
    owner: async (c, { filename }) => {
      mustManage(c);
      const { cx, place } = c.var;
      if (cx.actor.kind !== 'account') throw new NotFound('library');
      return {
        key: `media/${place.organisationId}/${cx.actor.accountId}`,
        limit: limitFor(filename ?? ''),
      };
    },
    done: async (c, _upload, file, cx) =>
      addStored(cx, { organisation: c.var.place.code, listed: true }, file),
  });
}

interface Said {
  readonly pictures?: readonly string[];
  readonly film?: string | undefined;
  readonly done?: string | undefined;
  readonly listed?: boolean;
  readonly album?: string | undefined;
}

async function page(c: WebContext, said: Said): Promise<Response> {
  mustManage(c);
  const { organisationId } = c.var.place;
  const { rows } = await listMedia(c.var.cx, { organisationId, page: 1, size: 8 });
  const bad = (said.pictures?.length ?? 0) > 0 || said.film !== undefined;
  return c.var.shell.office(c, {
    title: words.add,
    lead: words.addLead,
    status: bad ? 422 : 200,
    error: bad,
    styles: ['media'],
    islands: ['ui/upload'],
    crumbs: crumbsTo(c, { label: words.add }),
    body: (
      <AddMedia
        picturesAction={pathOf(c, 'them')}
        filmAction={pathOf(c, 'them-phim')}
        // The answer to a form is not loaded again: it would be sent once more.
        upload={{
          address: pathOf(c, 'gui'),
          limit: largest.video,
          ...(c.req.method === 'GET' ? { then: 'reload' as const } : {}),
        }}
        problems={said.pictures ?? []}
        problem={said.film}
        done={said.done}
        listed={said.listed ?? true}
        albums={await albumOptions(c)}
        album={said.album ?? c.req.query('album')}
        recent={rows.map((row) => mediumTile(c, row))}
        listHref={pathOf(c)}
      />
    ),
  });
}

/** Files of one form, each by itself: one that is bad does not lose the others. */
async function picturesSent(c: WebContext): Promise<Response> {
  mustManage(c);
  const { cx, place } = c.var;
  const { values, files } = await formOf(c);
  const listed = values.listed === '1';
  const added: Added[] = [];
  const problems: string[] = [];
  const sent = files.files ?? [];
  if (sent.length === 0) problems.push(wordsOf(issue('files', 'choose_file'), issueWords));
  for (const file of sent) {
    const bytes = Buffer.from(await file.arrayBuffer());
    const outcome = await addMedium(
      cx,
      { organisation: place.code, listed },
      { name: file.name, bytes },
    );
    if (outcome.ok) added.push(outcome.value);
    else
      problems.push(
        ...outcome.issues.map((one) => `${file.name.slice(-100)}: ${wordsOf(one, issueWords)}`),
      );
  }
  const put = await putInto(c, values.album ?? '', added);
  problems.push(...put.map((one) => wordsOf(one, issueWords)));
  const fresh = added.filter(({ same }) => !same).length;
  const same = added.length - fresh;
  if (problems.length > 0) {
    const done = added.length === 0 ? undefined : words.addedSome(fresh, same);
    return page(c, { pictures: problems, done, listed, album: values.album });
  }
  if (values.album)
    return c.redirect(
      withQuery(pathOf(c, `album/${values.album}`), { 'da-dua': added.length }),
      303,
    );
  return c.redirect(afterAdding(c, added, fresh, same), 303);
}

const afterAdding = (c: WebContext, added: readonly Added[], fresh: number, same: number) =>
  added.length === 1 && fresh === 1
    ? withQuery(pathOf(c, `${added[0]!.pid}/sua`), { 'da-them': 1 })
    : withQuery(pathOf(c), { 'da-them': fresh, trung: same });

async function putInto(
  c: WebContext,
  album: string,
  added: readonly Added[],
): Promise<readonly Issue[]> {
  const media = added.filter(({ kind }) => kind !== 'document').map(({ pid }) => pid);
  if (album === '' || media.length === 0) return [];
  const outcome = await execute(c.var.cx, addToAlbum, { pid: album, media });
  return outcome.ok ? [] : outcome.issues;
}

/** Without script: one film in one form, kept while it arrives. */
async function filmSent(c: WebContext): Promise<Response> {
  mustManage(c);
  const { cx, place } = c.var;
  const said = { organisation: place.code, listed: true };
  const { file } = await streamedForm(c, 'file', (sent) => addMedium(cx, said, sent));
  const outcome = file ?? { ok: false as const, issues: [issue('file', 'choose_file')] };
  if (!outcome.ok)
    return page(c, { film: outcome.issues.map((one) => wordsOf(one, issueWords)).join(' ') });
  const { same } = outcome.value;
  return c.redirect(afterAdding(c, [outcome.value], same ? 0 : 1, same ? 1 : 0), 303);
}
