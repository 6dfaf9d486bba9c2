import { issue } from '../../../kernel/issue.ts';
import { command } from '../../../platform/command.ts';
import { archiveKeep } from '../policy.ts';
import { importByPid, isPastUsed } from '../queries/index.ts';
import { undoInput } from '../schema.ts';
import { removeEdition } from './editions.ts';
import { type } from './importing.ts';
import { removeDossiers } from './rows.ts';

/**
 * Takes a past edition away again with all that its file brought, unless somebody has worked with it:
 * a consent was told, the transfer of a solution asked, another edition made from it. Input: `undoInput`.
 */
export const undoImport = command({
  name: 'archive.undo',
  input: undoInput,
  permission: archiveKeep,
  load: async (cx, { pid }) => {
    const found = await importByPid(cx, pid);
    return { ...found, used: await isPastUsed(cx.db, found.id) };
  },
  at: ({ organisation }) => [organisation.id],
  version: ({ version }) => version,
  check: ({ used }) => (used ? [issue('', 'past_edition_used')] : []),
  run: async (cx, { id, organisation, name, listed, source }) => {
    await removeDossiers(cx, id);
    await removeEdition(cx, id);
    return {
      result: { dossiers: listed },
      subject: { type, id },
      organisationId: organisation.id,
      changes: { name: { old: name }, file: { old: source }, told_dossiers: { old: listed } },
    };
  },
});
