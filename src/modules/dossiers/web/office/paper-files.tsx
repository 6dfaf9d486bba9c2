import type { Hono } from 'hono';
import { type Issue, issue } from '../../../../kernel/issue.ts';
import { type Cx, execute, type Outcome } from '../../../../platform/command.ts';
import { type StoredFile, saveFile } from '../../../../platform/files.ts';
import { settled } from '../../../../platform/http/api.ts';
import { formOf } from '../../../../platform/http/body.ts';
import type { Env, WebContext } from '../../../../platform/http/env.ts';
import { Invalid } from '../../../../platform/http/problems.ts';
import { uploadDoors } from '../../../../platform/http/tus.ts';
import { noBounds } from '../../../calls/index.ts';
import type { Dossier } from '../../schema/index.ts';
import { addPaperFile, filesField, problemsOf, removePaperFile } from '../../service/index.ts';
import { paperWords as words } from '../../vi/office/index.ts';
import { writing } from './paper.tsx';
import { writingPath, writtenOf } from './paper-shared.ts';
import { base, issueWords, told } from './shared.tsx';

/** The pieces of files that are sent with script, for `Module.streams`. */
export const paperStreams: readonly RegExp[] = [
  /^\/vp\/[^/]+\/hoi-thi\/[^/]+\/ho-so\/[^/]+\/viet\/gui-tep\/[^/]+$/,
];

/** Files of what an office writes: by a form, or in pieces; and taken out. */
export function paperFileDoors(app: Hono<Env>): void {
  app.post(`${base}/:pid/viet/tep`, addFile);
  app.post(`${base}/:pid/viet/tep/:file/bo`, dropFile);
  uploadDoors(app, `${base}/:pid/viet/gui-tep`, {
    owner: async (c, { field: key }) => {
      const dossier = await writtenOf(c);
      const field = filesField(dossier, key ?? '');
      if (field === null) throw new Invalid([noSuchFiles], issueWords);
      return { key: `dossier:${dossier.id}`, limit: field.size };
    },
    done: async (c, upload, file, cx) =>
      attach(cx, await writtenOf(c), upload.told.field ?? '', file),
    words: issueWords,
  });
}

const noSuchFiles: Issue = issue('field', 'no_such_files');

/** Gives a received file its place, when its kind and size are as the form wants. */
async function attach(
  cx: Cx,
  dossier: Dossier,
  key: string,
  file: StoredFile,
): Promise<Outcome<unknown>> {
  const field = filesField(dossier, key);
  if (field === null) return { ok: false, issues: [noSuchFiles] };
  const fresh = { ...file, field: key, removedAt: null };
  const issues = problemsOf({ ...field, count: noBounds }, [fresh]);
  if (issues.length > 0) return { ok: false, issues };
  return execute(cx, addPaperFile, { pid: dossier.pid, field: key, file: file.pid });
}

async function addFile(c: WebContext): Promise<Response> {
  const dossier = await writtenOf(c);
  const { cx } = c.var;
  const { values, files } = await formOf(c);
  const key = values.field ?? '';
  const field = filesField(dossier, key);
  const sent = files.file?.[0];
  const refuse = (text: string) =>
    writing(c, dossier, { fileError: { field: key, text }, status: 422 });
  if (field === null) return refuse(told([noSuchFiles]));
  if (sent === undefined) return refuse(words.noFile);
  const bytes = Buffer.from(await sent.arrayBuffer());
  const saved = await saveFile(cx, cx.files, { name: sent.name, bytes, limit: field.size });
  if (!saved.ok)
    return refuse(
      told(saved.issues.map((one) => ({ ...one, data: { ...one.data, file: sent.name } }))),
    );
  const outcome = await attach(cx, dossier, key, saved.value);
  if (!outcome.ok) return refuse(told(outcome.issues));
  return c.redirect(`${writingPath(c, dossier)}?da-luu=1#tep-${key}`, 303);
}

async function dropFile(c: WebContext): Promise<Response> {
  const dossier = await writtenOf(c);
  const input = { pid: dossier.pid, file: c.req.param('file') };
  settled(await execute(c.var.cx, removePaperFile, input), issueWords);
  return c.redirect(`${writingPath(c, dossier)}?da-luu=1`, 303);
}
