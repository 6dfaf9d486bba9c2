import { sql } from 'kysely';
import { type Issue, issue } from '../../../kernel/issue.ts';
import { type Cx, command } from '../../../platform/command.ts';
import { sendMail } from '../../../platform/mail.ts';
import { instantOf } from '../../calls/index.ts';
import { dossierKeep } from '../policy.ts';
import { dossierByPid, dossierToGrant } from '../queries/index.ts';
import { type Dossier, leaveInput, type Remark, returnInput } from '../schema/index.ts';
import { leaveLetter, returnLetter } from '../vi/index.ts';
import { about, linkAddress, newLink, refusals } from './shared.ts';

/** A last second that can be read and is still to come. */
function untilIssues(until: string, now: Date): Issue[] {
  const last = instantOf(until);
  if (last === null) return [issue('until', 'until_unreadable', { typed: until })];
  return last <= now ? [issue('until', 'until_over')] : [];
}

interface Given {
  readonly reason: 'supplement' | 'exception';
  readonly until: string;
  readonly acts: readonly string[];
  readonly words: string;
  readonly remarks: readonly Remark[];
}

async function give(cx: Cx, dossier: Dossier, given: Given): Promise<void> {
  const by = cx.actor.kind === 'account' ? cx.actor.accountId : null;
  await sql`insert into dossier_leave (id, dossier_id, reason, from_at, until, acts, words, remarks,
      given_by)
    values (${cx.ids.uuid()}, ${dossier.id}, ${given.reason}, ${cx.clock.now()}, ${given.until},
      ${given.acts}::text[], ${given.words}, ${JSON.stringify(given.remarks)}::jsonb, ${by})`.execute(
    cx.db,
  );
}

async function linkFor(cx: Cx, { id, email }: Dossier, site: string): Promise<string | null> {
  return email === null ? null : linkAddress(site, await newLink(cx, id, email));
}

/** Returns a dossier for supplement: what is to be mended where, and until when. Input: `returnInput`. */
export const returnDossier = command({
  name: 'dossier.return',
  input: returnInput,
  permission: dossierKeep,
  load: (cx, { pid }) => dossierByPid(cx, pid, 'held'),
  at: (dossier) => [dossier.edition.organisation.id],
  version: (dossier) => dossier.version,
  check: (dossier, { until, remarks }, cx): Issue[] => {
    const keys = new Set(dossier.edition.content.form.map(({ key }) => key));
    return [
      ...refusals(dossier, 'return', cx.clock.now()),
      ...untilIssues(until, cx.clock.now()),
      ...(remarks ?? []).flatMap(({ field }, at) =>
        field === null || keys.has(field) ? [] : [issue(`remarks.${at}.field`, 'remark_nowhere')],
      ),
    ];
  },
  run: async (cx, dossier, { until, words, remarks, site }) => {
    const given = {
      reason: 'supplement',
      until,
      acts: ['save', 'submit', 'withdraw'],
      words,
      remarks: remarks ?? [],
    } as const;
    await give(cx, dossier, given);
    await sql`update dossier set state = 'returned', version = version + 1
      where id = ${dossier.id}`.execute(cx.db);
    const link = await linkFor(cx, dossier, site);
    if (link !== null) {
      const labels = new Map(dossier.edition.content.form.map(({ key, label }) => [key, label]));
      const lines = given.remarks.map((one) => ({
        label: one.field === null ? null : (labels.get(one.field) ?? one.field),
        words: one.words,
      }));
      const { number, title, email } = dossier;
      const letter = { number: number ?? '', title, until, words, lines, link };
      await sendMail(cx, { to: email as string, ...returnLetter(dossier.edition, letter) });
    }
    return {
      ...about(dossier),
      changes: {
        state: { old: dossier.state, new: 'returned' },
        until: { new: until },
        remarks: { new: given.remarks },
      },
      reason: words,
    };
  },
});

/**
 * Gives one dossier time beyond the phases, also a draft that its entrant never submitted; somebody answers
 * for the reason. Input: `leaveInput`.
 */
export const grantLeave = command({
  name: 'dossier.grant_leave',
  input: leaveInput,
  permission: dossierKeep,
  load: (cx, { pid }) => dossierToGrant(cx, pid),
  at: (dossier) => [dossier.edition.organisation.id],
  version: (dossier) => dossier.version,
  check: (dossier, { until }, cx): Issue[] =>
    dossier.edition.state === 'open'
      ? untilIssues(until, cx.clock.now())
      : [issue('', 'edition_over')],
  run: async (cx, dossier, { until, acts, reason, site }) => {
    await give(cx, dossier, { reason: 'exception', until, acts, words: reason, remarks: [] });
    await sql`update dossier set version = version + 1 where id = ${dossier.id}`.execute(cx.db);
    const link = await linkFor(cx, dossier, site);
    if (link !== null) {
      const { pid, number, title } = dossier;
      const letter = { pid, number, title, until, reason, link };
      await sendMail(cx, { to: dossier.email as string, ...leaveLetter(dossier.edition, letter) });
    }
    return {
      ...about(dossier),
      changes: { until: { old: dossier.leave?.until ?? null, new: until }, acts: { new: acts } },
      reason,
    };
  },
});
