import { sql } from 'kysely';
import type { z } from 'zod';
import { type Issue, issue } from '../../../kernel/issue.ts';
import { type Command, type Cx, command } from '../../../platform/command.ts';
import { sendMail } from '../../../platform/mail.ts';
import type { DossierAction } from '../../calls/index.ts';
import { dossierEnter, dossierKeep } from '../policy.ts';
import { dossierByPid, dossierByToken } from '../queries/index.ts';
import { actByToken, type Dossier, decideInput, moveInput } from '../schema/index.ts';
import { decisionLetter } from '../vi/index.ts';
import { about, allowed, refusals } from './shared.ts';

/** Takes a submitted dossier back; it may be submitted again while that is open. Input: `actByToken`. */
export const withdrawDossier = command({
  name: 'dossier.withdraw',
  input: actByToken,
  permission: dossierEnter,
  load: (cx, { token }) => dossierByToken(cx, token, 'held'),
  at: (dossier) => [dossier.edition.organisation.id],
  version: (dossier) => dossier.version,
  check: (dossier, _input, cx) => refusals(dossier, 'withdraw', cx.clock.now()),
  run: (cx, dossier, { reason }) => moved(cx, dossier, 'withdraw', reason),
});

/** Brings a dossier to the state that an action leads to. */
async function moved(cx: Cx, dossier: Dossier, action: DossierAction, reason: string | null) {
  const verdict = allowed(dossier, action, cx.clock.now());
  if ('code' in verdict) throw new Error(`${action} was not checked`);
  await sql`update dossier set state = ${verdict.next}, reason = ${reason}, version = version + 1
    where id = ${dossier.id}`.execute(cx.db);
  return {
    ...about(dossier),
    changes: { state: { old: dossier.state, new: verdict.next } },
    ...(reason === null ? {} : { reason }),
  };
}

interface Act {
  readonly name: 'validate' | 'invalidate' | 'reopen';
  /** Whether somebody has to say why. */
  readonly why: boolean;
  /** Whether the entrant is told by letter. */
  readonly tells: boolean;
}

const deciding = ({
  name,
  why,
  tells,
}: Act): Command<typeof decideInput, Dossier, { pid: string }> =>
  command({
    name: `dossier.${name}`,
    input: decideInput,
    permission: dossierKeep,
    load: (cx, { pid }) => dossierByPid(cx, pid, 'held'),
    at: (dossier) => [dossier.edition.organisation.id],
    version: (dossier) => dossier.version,
    check: (dossier, { reason }, cx): Issue[] => [
      ...refusals(dossier, name, cx.clock.now()),
      ...(why && reason === null ? [issue('reason', 'dossier_reason_missing')] : []),
    ],
    run: async (cx, dossier, { reason }: z.output<typeof decideInput>) => {
      const done = await moved(cx, dossier, name, reason);
      if (tells && dossier.email !== null)
        await sendMail(cx, {
          to: dossier.email,
          ...decisionLetter(dossier.edition, {
            number: dossier.number ?? '',
            title: dossier.title,
            valid: name === 'validate',
            reason,
          }),
        });
      return done;
    },
  });

/** Accepts a dossier as valid. Input: `decideInput`. */
export const validateDossier = deciding({ name: 'validate', why: false, tells: true });
/** Refuses it, with the reason that the entrant reads. */
export const invalidateDossier = deciding({ name: 'invalidate', why: true, tells: true });
/** Takes the decision back. */
export const reopenDossier = deciding({ name: 'reopen', why: true, tells: false });

/** Moves a dossier to another field, with the reason; what was submitted stays as it is. Input: `moveInput`. */
export const moveDossier = command({
  name: 'dossier.move',
  input: moveInput,
  permission: dossierKeep,
  load: (cx, { pid }) => dossierByPid(cx, pid, 'held'),
  at: (dossier) => [dossier.edition.organisation.id],
  version: (dossier) => dossier.version,
  check: (dossier, { field }, cx): Issue[] => {
    const known = dossier.edition.content.fields.some(({ code }) => code === field);
    return [
      ...refusals(dossier, 'move', cx.clock.now()),
      ...(known ? [] : [issue('field', 'field_not_there')]),
      ...(field === dossier.field ? [issue('field', 'field_same')] : []),
    ];
  },
  run: async (cx, dossier, { field, reason }) => {
    // What is being written moves too: sent again, it stays where it was moved.
    await sql`update dossier set field = ${field}, version = version + 1,
        working = jsonb_set(working, '{field}', to_jsonb(${field}::text))
      where id = ${dossier.id}`.execute(cx.db);
    return { ...about(dossier), changes: { field: { old: dossier.field, new: field } }, reason };
  },
});
