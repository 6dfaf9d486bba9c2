import { sql } from 'kysely';
import { z } from 'zod';
import { type Issue, issue } from '../../../kernel/issue.ts';
import { type Cx, command, execute } from '../../../platform/command.ts';
import type { Happening } from '../../../platform/cx.ts';
import { settled } from '../../../platform/http/api.ts';
import { editionByPid } from '../../calls/index.ts';
import { dossierKeep } from '../../dossiers/index.ts';
import { certificateIssue } from '../policy.ts';
import { candidatesOf, certificateByPid, findDesign, unawarded } from '../queries/index.ts';
import { addressIssues, type HolderKind } from '../rules/index.ts';
import { type Certificate, replaceInput, revokeInput } from '../schema/index.ts';
import { words } from '../vi/index.ts';
import { orderLetter } from './letters.ts';
import { holdEdition, settingOf, writeCertificates } from './writing.ts';

/** Type of the subject in the event log. */
const type = 'certificate';

const ended = ({ state }: Pick<Certificate, 'state'>): Issue[] =>
  state === 'valid' ? [] : [issue('', `already_${state}`)];

const namesIn = (text: string): string[] =>
  text
    .normalize('NFC')
    .split('\n')
    .map((name) => name.replace(/\s+/g, ' ').trim())
    .filter((name) => name !== '');

/**
 * A new certificate with another spelling of the name in place of one, for the same award; what was mistyped
 * says that it was replaced. Input: `replaceInput`.
 */
export const replaceCertificate = command({
  name: 'certificate.replace',
  input: replaceInput,
  permission: certificateIssue,
  load: async (cx, { pid }) => {
    const seen = await certificateByPid(cx, pid);
    await holdEdition(cx, seen.edition.id);
    const certificate = await certificateByPid(cx, pid, 'held');
    const edition = await editionByPid(cx, certificate.edition.pid);
    const kept = await findDesign(cx.db, edition.id);
    const won =
      kept === null
        ? []
        : await candidatesOf(cx.db, edition, kept.design, {
            dossiers: [certificate.dossier.pid],
          });
    const award = won.find((one) => one.award.id === certificate.awardId) ?? null;
    return { certificate, edition, kept, won: award };
  },
  at: ({ certificate }) => [certificate.organisationId],
  version: ({ certificate }) => certificate.version,
  check: ({ certificate, kept, won }, sent, cx): Issue[] => {
    const { names, issued_on } = sent;
    const today = cx.clock.today();
    const many = namesIn(names).length;
    const decided = won?.award.decidedOn ?? null;
    return [
      ...ended(certificate),
      ...(kept === null ? [issue('', 'design_missing')] : []),
      ...addressIssues(sent),
      ...(certificate.state === 'valid' && won === null ? [issue('', 'award_gone')] : []),
      ...(many === 0 ? [issue('names', 'required')] : []),
      ...(certificate.holder !== '' && many > 1 ? [issue('names', 'one_name')] : []),
      ...(issued_on > today ? [issue('issued_on', 'day_in_future', { today })] : []),
      ...(decided !== null && issued_on < decided
        ? [issue('issued_on', 'before_decision', { decided })]
        : []),
    ];
  },
  run: async (cx, { certificate, edition, kept, won }, input) => {
    if (kept === null || won === null) throw new Error('replaced without an award');
    const { site: base, issued_on: issuedOn } = input;
    const setting = await settingOf(cx, edition, kept.design, { base, issuedOn });
    const names = namesIn(input.names);
    const kind: HolderKind =
      won.holder?.kind === 'organisation' ? 'organisation' : names.length > 1 ? 'group' : 'person';
    const holder = { key: certificate.holder, kind, names, unit: input.unit };
    await end(cx, certificate, { state: 'replaced', reason: input.reason, decision: null });
    const [fresh] = await writeCertificates(
      cx,
      { ...setting, editionId: edition.id },
      [{ award: won.award, dossier: won.dossier, holder }],
      { batch: null, replaces: certificate.id },
    );
    if (fresh === undefined) throw new Error('a certificate that was checked was not written');
    if (input.letters) await orderLetter(cx, certificate.dossier.id, base);
    return {
      result: { pid: fresh.pid, number: fresh.number },
      subject: { type, id: certificate.id },
      organisationId: certificate.organisationId,
      changes: {
        state: { old: 'valid', new: 'replaced' },
        number: { old: certificate.number, new: fresh.number },
      },
      reason: input.reason,
    };
  },
});

/** From today on a certificate is not valid; its code says so. Input: `revokeInput`. */
export const revokeCertificate = command({
  name: 'certificate.revoke',
  input: revokeInput,
  permission: certificateIssue,
  load: (cx, { pid }) => certificateByPid(cx, pid, 'held'),
  at: ({ organisationId }) => [organisationId],
  version: ({ version }) => version,
  check: ended,
  run: async (cx, certificate, { reason, decision }) => {
    await end(cx, certificate, { state: 'revoked', reason, decision });
    return revoked(certificate, reason, decision);
  },
});

const revoked = (certificate: Certificate, reason: string, decision: string | null) => ({
  result: { pid: certificate.pid },
  subject: { type, id: certificate.id },
  organisationId: certificate.organisationId,
  changes: {
    state: { old: 'valid', new: 'revoked' },
    ...(decision === null ? {} : { decision: { new: decision } }),
  },
  reason,
});

// Done by whoever took the award off: no right to issue certificates is needed for it.
const revokeUnawarded = command({
  name: 'certificate.revoke_unawarded',
  input: z.strictObject({ pid: z.string() }),
  permission: dossierKeep,
  load: (cx, { pid }) => certificateByPid(cx, pid, 'held'),
  at: ({ organisationId }) => [organisationId],
  run: async (cx, certificate) => {
    const reason = words.awardGone;
    await end(cx, certificate, { state: 'revoked', reason, decision: null });
    return revoked(certificate, reason, null);
  },
});

/** An award was taken off a dossier: its certificates are revoked in the same transaction. */
export async function revokeAfterAward(cx: Cx, { subjectId }: Happening): Promise<void> {
  for (const { pid } of await unawarded(cx.db, subjectId))
    settled(await execute(cx, revokeUnawarded, { pid }));
}

async function end(
  cx: Cx,
  { id }: Certificate,
  how: {
    readonly state: 'replaced' | 'revoked';
    readonly reason: string;
    readonly decision: string | null;
  },
): Promise<void> {
  await sql`update certificate set state = ${how.state}, reason = ${how.reason},
      decision = ${how.decision}, ended_on = ${cx.clock.today()}::date, version = version + 1
    where id = ${id}`.execute(cx.db);
}
