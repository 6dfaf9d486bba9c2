import { type Issue, issue } from '../../../../kernel/issue.ts';
import { type Cx, execute, type Outcome } from '../../../../platform/command.ts';
import { type StoredFile, saveFile } from '../../../../platform/files.ts';
import type { WebContext } from '../../../../platform/http/env.ts';
import { Invalid } from '../../../../platform/http/problems.ts';
import { streamedForm } from '../../../../platform/http/upload.ts';
import type { FilesField } from '../../../calls/index.ts';
import { dossierByToken, filesOfDossier, workingFiles } from '../../queries/index.ts';
import type { Dossier, DossierFile } from '../../schema/index.ts';
import { addFile, filesField, problemsOf } from '../../service/index.ts';
import { entrantMay, issueWords, type Opened } from './shared.tsx';

/** Whether the dossier takes a file there now, and of how many bytes. @throws Invalid */
export function mayAdd(cx: Cx, dossier: Dossier, key: string): { limit: number } {
  const field = filesField(dossier, key);
  if (field === null) throw new Invalid([issue('field', 'no_such_files')], issueWords);
  const admitted = entrantMay(dossier, 'save', cx.clock.now());
  if (!admitted.ok)
    throw new Invalid(
      [issue('', 'phase_closed', { action: 'save', ...admitted.data })],
      issueWords,
    );
  return { limit: field.size };
}

interface Placing {
  readonly field: string;
  readonly file: Pick<StoredFile, 'pid' | 'name' | 'mediaType' | 'size' | 'sha256'>;
}

/** Gives a received file its place, when its kind, size and number are as the form wants. */
export async function attach(
  cx: Cx,
  token: string,
  { field: key, file }: Placing,
): Promise<Outcome<unknown>> {
  const dossier = await dossierByToken(cx, token);
  const field = filesField(dossier, key);
  if (field === null) return { ok: false, issues: [issue('field', 'no_such_files')] };
  const issues = against(field, workingFiles(await filesOfDossier(cx.db, dossier.id)), file);
  if (issues.length > 0) return { ok: false, issues };
  return execute(cx, addFile, { token, field: key, file: file.pid });
}

/** What the form says against a file that is not there yet. */
function against(field: FilesField, there: readonly DossierFile[], file: Placing['file']): Issue[] {
  const fresh = { ...file, id: '', field: field.key, removedAt: null };
  const own = there.filter((one) => one.field === field.key);
  const before = new Set(problemsOf(field, own).map(({ path, code }) => `${path} ${code}`));
  return problemsOf(field, [...own, fresh]).filter(
    ({ path, code }) => !code.startsWith('too_few') && !before.has(`${path} ${code}`),
  );
}

/** A file of a posted form at its place; `outcome` null when none was chosen. */
export async function receivedFile(
  c: WebContext,
  { dossier, token }: Opened,
): Promise<{ readonly field: string; readonly outcome: Outcome<unknown> | null }> {
  const { cx } = c.var;
  const sizes = dossier.edition.content.form.flatMap((one) =>
    one.kind === 'files' ? [one.size] : [],
  );
  const { values, file } = await streamedForm(c, 'file', ({ name, bytes }) =>
    saveFile(cx, cx.files, { name, bytes, limit: Math.max(1, ...sizes) }),
  );
  const field = values.field ?? '';
  if (file === null || !file.ok) return { field, outcome: file };
  return { field, outcome: await attach(cx, token, { field, file: file.value }) };
}
