import type { Hono } from 'hono';
import type { Env, WebContext } from '../../../../platform/http/env.ts';
import { fileSize } from '../../../../platform/records/uploads.ts';
import { blindDossier, blindFile, sendBlindFile } from '../../../blinding/index.ts';
import { dossierById } from '../../../dossiers/index.ts';
import type { BlindViewProps } from '../../pages/judge/dossier.tsx';
import { judgeWords } from '../../vi/index.ts';
import { fieldNameOf, hiddenIn, type OpenedSheet, sheetOf, sheetPath } from './shared.ts';

const words = judgeWords.sheet;

/** Files of a dossier that is being judged. */
export function blindDoors(app: Hono<Env>): void {
  app.get('/giam-khao/:token/phieu/:assignment/tep/:file', sendFile);
}

/** The dossier as the judge may see it. */
export async function blindView(
  c: WebContext,
  { token, task, sight }: OpenedSheet,
): Promise<BlindViewProps> {
  const { cx } = c.var;
  const dossier = await dossierById(cx, task.dossier.id);
  const blind = await blindDossier(cx, dossier, hiddenIn(sight));
  const field = blind.field?.name ?? fieldNameOf(task.edition, task.dossier.field);
  return {
    title: blind.title === '' ? blind.number : blind.title,
    terms: [
      ...(field === null ? [] : [{ term: words.field, value: field }]),
      ...(blind.authors === null ? [] : [{ term: words.authors, value: blind.authors.join(', ') }]),
    ],
    entrant: blind.entrant,
    form: blind.form,
    answers: blind.answers,
    files: blind.files.map(({ pid, field: key, name, size }) => ({
      field: key,
      name,
      size: fileSize(size),
      href: sheetPath(token, task, `tep/${pid}`),
    })),
    waiting: blind.waiting,
  };
}

/** A file of the dossier, as the judge may have it. @throws NotFound */
async function sendFile(c: WebContext): Promise<Response> {
  const { cx } = c.var;
  const { task, sight } = await sheetOf(c);
  const dossier = await dossierById(cx, task.dossier.id);
  const file = await blindFile(cx, dossier, c.req.param('file') ?? '', hiddenIn(sight));
  return sendBlindFile(c, file);
}
