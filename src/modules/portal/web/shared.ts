import { NotFound } from '../../../platform/errors.ts';
import { office, rootCode } from '../../../platform/http/addresses.ts';
import type { WebContext } from '../../../platform/http/env.ts';
import { may, type Permission } from '../../../platform/policy.ts';
import { roleNames } from '../../accounts/index.ts';
import { evidenceWords, sensitiveEvidence } from '../../people/index.ts';
import { subjectsOf, valueNames } from '../queries/index.ts';
import type { LogEvent, Subject } from '../schema.ts';
import { logWords, valueWords } from '../vi/index.ts';

/** Throws NotFound unless the actor has the permission at the place. */
export async function needs(c: WebContext, wanted: Permission): Promise<void> {
  if (!(await may(c.var.cx, wanted, c.var.place.organisationId))) throw new NotFound(wanted.name);
}

/** True in the office of the organisation at the top: its log and letters are everybody's. */
export function atRoot(c: WebContext): boolean {
  return c.var.place.code === rootCode();
}

export const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Where in an office the pages of a type of subject stand. */
const sections: Readonly<Record<string, string>> = {
  activity: 'hoat-dong',
  distinction: 'khen-thuong',
  person: 'hoi-vien/nguoi',
  roster_import: 'hoi-vien/nhap',
  card: 'hoi-vien/the',
  card_printing: 'hoi-vien',
  fee_period: 'hoi-vien/hoi-phi',
  fee_due: 'hoi-vien/hoi-phi',
  fee_payment: 'hoi-vien/hoi-phi',
  fee_receipt: 'hoi-vien/hoi-phi',
  fee_statement: 'hoi-vien/hoi-phi',
  dossier: 'hoi-thi',
  mailing: 'hoi-vien/thu',
  mailing_template: 'hoi-vien/thu/mau',
  dashboard: 'bao-cao/bang-dieu-khien',
  report_template: 'bao-cao/mau',
  report_round: 'bao-cao/dot',
  report_obligation: 'bao-cao/phieu',
  edition: 'hoi-thi',
  likeness_finding: 'hoi-thi',
  transfer_request: 'hoi-thi',
  council: 'hoi-thi',
  judge: 'hoi-thi',
  conflict: 'hoi-thi',
  score_sheet: 'hoi-thi',
  blind_file: 'hoi-thi',
  ballot: 'hoi-thi',
  allocation: 'hoi-thi',
  council_minutes: 'hoi-thi',
  committee_number: 'hoi-thi',
  certificate: 'hoi-thi',
  complaint: 'hoi-thi',
};

/** The page of an event's subject in the office that is open; null when it has none any more. */
function subjectHref(code: string, subject: Subject): string | null {
  if (!subject.live) return null;
  const section = sections[subject.type];
  if (section !== undefined)
    return subject.tail === null ? null : office(code, `${section}/${subject.tail}`);
  if (subject.type === 'grant') return office(code, 'quyen');
  if (subject.type === 'duplicate_pair') return office(code, 'hoi-vien/trung');
  return subject.code === null ? null : office(code, `to-chuc/${subject.code}`);
}

export interface ToldEvent {
  readonly actor: string;
  readonly verb: string;
  readonly subject: string;
  readonly href: string | null;
}

/** Puts events into words: who, did what, to what; in one query for all their subjects. */
export async function tell(
  c: WebContext,
  events: readonly LogEvent[],
): Promise<readonly (LogEvent & { readonly told: ToldEvent })[]> {
  const { cx, place } = c.var;
  const subjects = await subjectsOf(cx, events);
  return events.map((event) => {
    const subject = subjects.get(`${event.subjectType} ${event.subjectId}`);
    const title = subject?.title || logWords.subjectOf(event.subjectType);
    return {
      ...event,
      told: {
        actor: actorOf(event),
        verb: logWords.verb(event.action),
        subject: subject?.live === false ? `${title} ${logWords.deleted}` : title,
        href: subject === undefined ? null : subjectHref(place.code, subject),
      },
    };
  });
}

function actorOf(event: LogEvent): string {
  if (event.actor !== null) return event.actor;
  // The label of an account is its inner id, which is nobody's name.
  if (/^[0-9a-f-]{36}$/.test(event.actorLabel)) return logWords.gone;
  return event.actorLabel === 'anonymous' ? logWords.nobody : logWords.system;
}

// What tells of a citizen ID is not told to readers of the log.
const evidence = Object.entries(evidenceWords)
  .filter(([code]) => !sensitiveEvidence.some((hidden) => hidden === code))
  .map(([code, word]): [string, string] => [`evidence:${code}`, word]);

/** The changed fields of each event, in words; a side that had no value is null. */
export async function tellChanges(c: WebContext, events: readonly LogEvent[]) {
  const { cx } = c.var;
  const found = await valueNames(cx.db, events, cx.clock.today());
  const names = new Map([
    ...found,
    ...evidence,
    ...Object.entries(roleNames).map(([role, name]): [string, string] => [
      `grant.role:${role}`,
      name,
    ]),
  ]);
  return (event: LogEvent) =>
    event.changes.map((change) => {
      const at = { type: event.subjectType, field: change.field };
      const words = (value: unknown) =>
        value === null || value === undefined ? null : valueWords(at, value, names);
      return {
        field: logWords.fieldName(event.subjectType, change.field),
        old: words(change.old),
        new: words(change.new),
        erased: change.erased,
      };
    });
}
