import { sql } from 'kysely';
import type { z } from 'zod';
import { type Issue, issue } from '../../../kernel/issue.ts';
import { type Command, type Cx, command } from '../../../platform/command.ts';
import { NotFound } from '../../../platform/errors.ts';
import { linkFiles } from '../../../platform/files.ts';
import { type FilesField, fieldsFor, fileIssues } from '../../calls/index.ts';
import { answerFiles, filesOfDossier, type Written, workingFiles } from '../queries/index.ts';
import {
  type Adding,
  type Dossier,
  type DossierFile,
  fileByPid,
  fileInput,
  fileOut,
  fileOutByPid,
} from '../schema/index.ts';
import { about, type } from './shared.ts';
import { byLink, type Entrance, mayWrite, onPaper } from './writing.ts';

interface Loaded {
  readonly dossier: Written;
  readonly files: readonly DossierFile[];
}

const loading =
  <Key>(entrance: Entrance<Key>) =>
  async (cx: Cx, sent: Key): Promise<Loaded> => {
    const dossier = await entrance.load(cx, sent);
    return { dossier, files: await filesOfDossier(cx.db, dossier.id) };
  };

/** The files field of a dossier's form; null: none of that key is asked for. */
export function filesField({ edition, working }: Dossier, key: string): FilesField | null {
  const { form } = edition.content;
  const asked = working.entrant === null ? form : fieldsFor(form, working.entrant);
  const field = asked.find((one) => one.key === key);
  return field?.kind === 'files' ? field : null;
}

function adding<Key>(
  input: z.ZodType<Key & Adding>,
  entrance: Entrance<Key>,
): Command<z.ZodType<Key & Adding>, Loaded, { pid: string }> {
  return command<z.ZodType<Key & Adding>, Loaded, { pid: string }>({
    name: `dossier.add_file${entrance.suffix}`,
    input,
    permission: entrance.permission,
    load: loading(entrance),
    at: ({ dossier }) => [dossier.keeper],
    check: ({ dossier, files }, sent, cx): Issue[] => {
      const field = filesField(dossier, sent.field);
      if (field === null) return [issue('field', 'no_such_files')];
      const { label, count } = field;
      const there = workingFiles(files).filter((one) => one.field === sent.field).length;
      const full = count.max !== null && there >= count.max;
      return [
        ...mayWrite(dossier, entrance, cx.clock.now()),
        ...(full ? [issue('file', 'files_over', { label, max: count.max, count: there + 1 })] : []),
      ];
    },
    run: async (cx, { dossier, files }, { file, field }) => {
      const { id, edition } = dossier;
      const subject = { type, id, organisationId: edition.organisation.id };
      await linkFiles(cx, subject, [...files.map((one) => one.pid), file]);
      await sql`insert into dossier_file (dossier_id, file_id, field, position)
        select ${id}, f.id, ${field}, coalesce((select max(position) from dossier_file
          where dossier_id = ${id}), 0) + 1 from file f where f.pid = ${file}
        on conflict (dossier_id, file_id) do update set field = excluded.field, removed_at = null`.execute(
        cx.db,
      );
      await touch(cx, dossier);
      return { ...about(dossier), changes: { file: { old: null, new: file } } };
    },
  });
}

/** Adds a file that was received, before its kind and size are held against the form. Input: `fileInput`. */
export const addFile = adding(fileInput, byLink);
export const addPaperFile = adding(fileByPid, onPaper);

/** What the form says against files of a field as they are now, a new one with them. */
export const problemsOf = (field: FilesField, files: readonly DossierFile[]): Issue[] =>
  fileIssues(field, answerFiles(files), `answers.${field.key}`);

type Removing = Omit<Adding, 'field'>;

function removing<Key>(
  input: z.ZodType<Key & Removing>,
  entrance: Entrance<Key>,
): Command<z.ZodType<Key & Removing>, Loaded, { pid: string }> {
  return command<z.ZodType<Key & Removing>, Loaded, { pid: string }>({
    name: `dossier.remove_file${entrance.suffix}`,
    input,
    permission: entrance.permission,
    load: loading(entrance),
    at: ({ dossier }) => [dossier.keeper],
    check: ({ dossier }, _sent, cx) => mayWrite(dossier, entrance, cx.clock.now()),
    run: async (cx, { dossier, files }, { file }) => {
      const found = workingFiles(files).find((one) => one.pid === file);
      if (found === undefined) throw new NotFound('file');
      // A version that was submitted keeps its files; what never was submitted goes.
      if (dossier.submitted === 0) await forget(cx, dossier.id, found.id);
      else
        await sql`update dossier_file set removed_at = ${cx.clock.now()}
          where dossier_id = ${dossier.id} and file_id = ${found.id}`.execute(cx.db);
      await touch(cx, dossier);
      return { ...about(dossier), changes: { file: { old: file, new: null } } };
    },
  });
}

async function forget(cx: Cx, dossierId: string, fileId: string): Promise<void> {
  await sql`delete from dossier_file
    where dossier_id = ${dossierId} and file_id = ${fileId}`.execute(cx.db);
  await sql`delete from file_link where subject_type = ${type} and subject_id = ${dossierId}
    and file_id = ${fileId}`.execute(cx.db);
}

// The version stays: a page that is open beside the upload may still be saved.
const touch = (cx: Cx, { id }: Dossier) =>
  sql`update dossier set saved_at = ${cx.clock.now()} where id = ${id}`.execute(cx.db);

/** Takes a file out of what is being written. Input: `fileOut`. */
export const removeFile = removing(fileOut, byLink);
export const removePaperFile = removing(fileOutByPid, onPaper);
