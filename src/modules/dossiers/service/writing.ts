import { sql } from 'kysely';
import type { z } from 'zod';
import { type Issue, issue } from '../../../kernel/issue.ts';
import { type Command, type Cx, command } from '../../../platform/command.ts';
import type { Permission } from '../../../platform/policy.ts';
import { searchTextIn, titleIn } from '../../calls/index.ts';
import { dossierEnter, dossierKeep } from '../policy.ts';
import { dossierByToken, type Written, writtenByPid } from '../queries/index.ts';
import {
  actByToken,
  type ByPid,
  type ByToken,
  type Dossier,
  type Saving,
  saveByPid,
  saveInput,
} from '../schema/index.ts';
import { about, refusals, workingChange, written } from './shared.ts';

/** The two ways in: the entrant's link, and the office for dossiers on paper. */
export interface Entrance<Key> {
  readonly suffix: '' | '_paper';
  readonly permission: Permission;
  readonly load: (cx: Cx, key: Key) => Promise<Written>;
}

export const byLink: Entrance<ByToken> = {
  suffix: '',
  permission: dossierEnter,
  load: async (cx, { token }) => {
    const dossier = await dossierByToken(cx, token, 'held');
    return { ...dossier, keeper: dossier.edition.organisation.id };
  },
};

/** A dossier on paper, or sent on from another edition: its office writes it, as a draft also the sender's. */
export const onPaper: Entrance<ByPid> = {
  suffix: '_paper',
  permission: dossierKeep,
  load: (cx, { pid }) => writtenByPid(cx, pid, 'held'),
};

/** The office writes whenever the edition is open; an entrant while a phase or a leave permits it. */
export function mayWrite(dossier: Dossier, entrance: { readonly suffix: string }, now: Date) {
  if (entrance.suffix === '') return refusals(dossier, 'save', now);
  return dossier.edition.state === 'open' ? [] : [issue('', 'edition_over')];
}

function saving<Key>(
  input: z.ZodType<Key & Saving>,
  entrance: Entrance<Key>,
): Command<z.ZodType<Key & Saving>, Written, { pid: string; version: number }> {
  return command<z.ZodType<Key & Saving>, Written, { pid: string; version: number }>({
    name: `dossier.save${entrance.suffix}`,
    input,
    permission: entrance.permission,
    load: entrance.load,
    at: ({ keeper }) => [keeper],
    version: (dossier) => dossier.version,
    check: (dossier, _sent, cx): Issue[] => mayWrite(dossier, entrance, cx.clock.now()),
    run: async (cx, dossier, sent) => {
      const working = written(dossier, sent);
      const { content } = dossier.edition;
      // A list shows what was submitted; until then what is being written.
      const shown = dossier.submitted === 0;
      const title = shown ? titleIn(content, working) : dossier.title;
      await sql`update dossier set working = ${JSON.stringify(working)}::jsonb, title = ${title},
          search = case when ${shown} then ${searchTextIn(content, working, null)} else search end,
          saved_at = ${cx.clock.now()}, version = version + 1 where id = ${dossier.id}`.execute(
        cx.db,
      );
      return {
        ...about(dossier),
        result: { pid: dossier.pid, version: dossier.version + 1 },
        changes: { working: workingChange(dossier.working, working) },
      };
    },
  });
}

/** Keeps what is being written, whether it is complete or not. Input: `saveInput`. */
export const saveDraft = saving(saveInput, byLink);

/** The same for a dossier on paper, in the office. Input: `saveByPid`. */
export const savePaper = saving(saveByPid, onPaper);

/** Throws a draft away that was never submitted, with its files and links. Input: `actByToken`. */
export const discardDossier = command({
  name: 'dossier.discard',
  input: actByToken,
  permission: dossierEnter,
  load: (cx, { token }) => dossierByToken(cx, token, 'held'),
  at: (dossier) => [dossier.edition.organisation.id],
  version: (dossier) => dossier.version,
  check: (dossier, _input, cx) => refusals(dossier, 'discard', cx.clock.now()),
  run: async (cx, dossier) => {
    await sql`delete from dossier where id = ${dossier.id}`.execute(cx.db);
    await sql`delete from file_link where subject_type = 'dossier'
      and subject_id = ${dossier.id}`.execute(cx.db);
    return { ...about(dossier), changes: { state: { old: dossier.state, new: null } } };
  },
});
