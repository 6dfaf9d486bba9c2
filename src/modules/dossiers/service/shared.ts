import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { type Issue, issue } from '../../../kernel/issue.ts';
import type { Change, Cx } from '../../../platform/cx.ts';
import { newToken, tokenHash } from '../../../platform/tokens.ts';
import {
  canonicalText,
  type DossierAction,
  type DossierState,
  mayDo,
  readAnswers,
  type WorkingCopy,
} from '../../calls/index.ts';
import type { Dossier } from '../schema/index.ts';

export const type = 'dossier';

/** For how many days a link that was sent opens its dossier. */
const linkDays = 730;

/** Makes a link of the dossier and gives its secret, which is nowhere else. */
export async function newLink(
  cx: Cx,
  dossierId: string,
  email: string,
  about: { readonly author: string; readonly party: string } | null = null,
): Promise<string> {
  const token = newToken();
  const now = cx.clock.now();
  await sql`insert into dossier_link (token_hash, dossier_id, email, author, party, created_at, expires_at)
    values (${tokenHash(token)}, ${dossierId}, ${email}, ${about?.author ?? null},
      ${about?.party ?? null}, ${now}, ${new Date(now.getTime() + linkDays * 86_400_000)})`.execute(
    cx.db,
  );
  return token;
}

export const linkAddress = (site: string, token: string): string => `${site}/ho-so/${token}`;

/** An action at an instant: what follows, or why not. A closed edition takes nothing more. */
export function allowed(
  { edition, state, leave }: Dossier,
  action: DossierAction,
  at: Date,
): { readonly next: DossierState | null; readonly by: string } | Issue {
  if (edition.state !== 'open') return issue('', 'edition_over');
  const verdict = mayDo(state, action, edition.content.phases, at, leave);
  return verdict.ok ? { next: verdict.next, by: verdict.by } : verdict.issue;
}

export const refusals = (dossier: Dossier, action: DossierAction, at: Date): Issue[] => {
  const verdict = allowed(dossier, action, at);
  return 'code' in verdict ? [verdict] : [];
};

interface Sent {
  readonly entrant?: WorkingCopy['entrant'] | undefined;
  readonly field?: string | null | undefined;
  readonly answers?: Readonly<Record<string, unknown>> | undefined;
}

/** What is being written, with what was sent on top. */
export function written({ edition, working }: Dossier, sent: Sent): WorkingCopy {
  return {
    entrant: sent.entrant === undefined ? working.entrant : sent.entrant,
    field: sent.field === undefined ? working.field : sent.field,
    answers: readAnswers(edition.content.form, sent.answers ?? {}, working.answers),
  };
}

/** For the event log: that something else is written, not what. */
export function workingChange(old: WorkingCopy | null, now: WorkingCopy): Change {
  const mark = (working: WorkingCopy | null): string | null =>
    working === null
      ? null
      : createHash('sha256').update(canonicalText(working)).digest('hex').slice(0, 16);
  return { old: mark(old), new: mark(now) };
}

/** What every command on a dossier tells of it. */
export const about = (dossier: Dossier) => ({
  result: { pid: dossier.pid },
  subject: { type, id: dossier.id },
  organisationId: dossier.edition.organisation.id,
});
