import type { Issue } from '../../../kernel/issue.ts';
import { issue } from '../../../kernel/issue.ts';
import { type Cx, command, execute, type Outcome } from '../../../platform/command.ts';
import { type Edition, editionByPid } from '../../calls/index.ts';
import { certificateIssue } from '../policy.ts';
import { candidatesOf, findDesign, waiting } from '../queries/index.ts';
import { addressIssues, inOneGo } from '../rules/index.ts';
import { type Candidate, issueInput, type KeptDesign } from '../schema/index.ts';
import { orderLetter } from './letters.ts';
import type { Recipient } from './making.ts';
import { holdEdition, settingOf, writeCertificates } from './writing.ts';

export interface IssuedSome {
  readonly issued: number;
  /** Who still waits: they are issued next time. */
  readonly left: number;
  /** Prizes of dossiers whose form names nobody. */
  readonly nameless: number;
}

interface Loaded {
  readonly edition: Edition;
  readonly kept: KeptDesign | null;
  readonly next: readonly Candidate[];
  readonly left: number;
  readonly nameless: number;
}

/**
 * Issues certificates to the next `inOneGo` who wait for one, in the order of prizes and dossiers. Input:
 * `issueInput`. What is issued together has the id `batch`, by which it is printed.
 * @throws NotFound, Forbidden
 */
export function issueCertificates(
  cx: Cx,
  batch: string,
  raw: unknown,
): Promise<Outcome<IssuedSome>> {
  return execute(cx, issueCommand(batch), raw);
}

const issueCommand = (batch: string) =>
  command({
    name: 'certificate.issue',
    input: issueInput,
    permission: certificateIssue,
    load: async (cx, { edition: pid, prize, dossiers = null, again }): Promise<Loaded> => {
      const edition = await editionByPid(cx, pid);
      await holdEdition(cx, edition.id);
      const kept = await findDesign(cx.db, edition.id);
      if (kept === null) return { edition, kept, next: [], left: 0, nameless: 0 };
      const found = await candidatesOf(cx.db, edition, kept.design, { prize, dossiers });
      const wait = waiting(found, again);
      const nameless = found.filter(({ holder }) => holder === null).length;
      const next = wait.slice(0, inOneGo);
      return { edition, kept, next, left: wait.length - next.length, nameless };
    },
    at: ({ edition }) => [edition.organisation.id],
    check: ({ kept, next }, sent, cx): Issue[] => {
      const { issued_on, prize } = sent;
      const today = cx.clock.today();
      const decided = next.flatMap(({ award }) => award.decidedOn ?? []).toSorted();
      const last = decided.at(-1);
      return [
        ...(kept === null ? [issue('', 'design_missing')] : []),
        ...addressIssues(sent),
        ...(kept !== null && next.length === 0 ? [issue('', 'nobody_waits', { prize })] : []),
        ...(issued_on > today ? [issue('issued_on', 'day_in_future', { today })] : []),
        ...(last !== undefined && issued_on < last
          ? [issue('issued_on', 'before_decision', { decided: last })]
          : []),
      ];
    },
    run: async (cx, { edition, kept, next, left, nameless }, input) => {
      if (kept === null) throw new Error('issued without a design');
      const { site: base, issued_on: issuedOn } = input;
      const setting = await settingOf(cx, edition, kept.design, { base, issuedOn });
      const recipients = next.filter((one): one is Candidate & Recipient => one.holder !== null);
      const of = { ...setting, editionId: edition.id };
      const written = await writeCertificates(cx, of, recipients, { batch, replaces: null });
      if (input.letters)
        for (const id of new Set(written.map(({ dossierId }) => dossierId)))
          await orderLetter(cx, id, base);
      const [first, last] = [written[0]?.number, written.at(-1)?.number];
      return {
        result: { issued: written.length, left, nameless },
        subject: { type: 'certificate_batch', id: batch },
        organisationId: edition.organisation.id,
        changes: {
          count: { new: written.length },
          first: { new: first },
          last: { new: last },
          issued_on: { new: issuedOn },
        },
      };
    },
  });
