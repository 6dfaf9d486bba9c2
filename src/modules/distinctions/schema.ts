import { z } from 'zod';
import type { Day } from '../../kernel/day.ts';
import { type Issue, issue } from '../../kernel/issue.ts';
import { keptText } from '../../kernel/text.ts';
import { splitName } from '../../kernel/vietnamese/names.ts';
import { choice, code, day, optionalText, text, version } from '../../platform/forms/fields.ts';
import { type Raw, together } from '../../platform/forms/together.ts';
import { filePids } from '../../platform/records/attachments.ts';
import {
  classIssues,
  type DistinctionTitle,
  decisionDayIssues,
  type Level,
  levels,
  type Recipient,
  recipientIssues,
  recipients,
} from './rules.ts';

/** A distinction as the module's pages and doors read it. */
export interface Distinction {
  readonly id: string;
  readonly pid: string;
  /** In whose register it stands and in whose figures it counts. */
  readonly organisationId: string;
  readonly organisationCode: string;
  readonly organisationName: string;
  readonly recipient: Recipient;
  readonly recipientOrganisationId: string | null;
  readonly recipientOrganisationCode: string | null;
  readonly recipientPersonId: string | null;
  readonly recipientPersonPid: string | null;
  readonly recipientName: string;
  readonly title: string;
  readonly titleName: string;
  readonly level: Level;
  readonly class: string | null;
  readonly decisionNo: string | null;
  readonly decidedOn: Day;
  readonly giver: string | null;
  readonly note: string | null;
  readonly revokedOn: Day | null;
  readonly revokedReason: string | null;
  readonly version: number;
  readonly deletedAt: Date | null;
}

export type Titles = ReadonlyMap<string, DistinctionTitle>;

const common = {
  organisation: code(),
  recipient: choice(recipients),
  /** The organisation itself when left out. */
  recipient_organisation: optionalText(60),
  /** A full name: a person of this register with that name, or one not known before. */
  recipient_person: optionalText(160),
  /** The public id of a person who is known already; goes before the name. */
  person: optionalText(16),
  title: text(60),
  level: choice(levels),
  class: optionalText(40),
  decision_no: optionalText(80),
  decided_on: day(),
  giver: optionalText(200),
  note: optionalText(2000),
  files: filePids,
};

/** What REST describes; the commands read it by `distinctionInput`. */
export const distinctionBody = z.strictObject(common);
export const distinctionChanges = z.strictObject({ ...common, version: version() }).partial();
const changed = z.strictObject({ pid: z.string(), version: version(), ...common });

/** What an input's words were found to mean, before it is read. */
export interface Known {
  readonly titles: Titles;
  readonly organisation: boolean;
  readonly recipientOrganisation: boolean;
  readonly person: boolean;
  readonly today: Day;
}

/** The input of a new distinction: everything that is wrong with it, at once. */
export function recordInput(known: Known) {
  return together(distinctionBody, (raw) => ({ issues: meaningIssues(raw, known) }));
}

export function editInput(known: Known) {
  return together(changed, (raw) => ({ issues: meaningIssues(raw, known) }));
}

function meaningIssues(raw: Raw, known: Known): readonly Issue[] {
  const title = known.titles.get(shown(raw.title));
  const recipient = recipients.find((one) => one === raw.recipient);
  const issues: Issue[] = [];
  if (title === undefined && shown(raw.title) !== '') {
    issues.push(issue('title', 'not_in_list', { typed: shown(raw.title).slice(0, 60) }));
  }
  if (title !== undefined) {
    const typed = optionalText(40).safeParse(raw.class);
    if (recipient !== undefined) issues.push(...recipientIssues(title, recipient));
    if (typed.success) issues.push(...classIssues(title, typed.data));
  }
  const decided = day().safeParse(raw.decided_on);
  if (decided.success) issues.push(...decisionDayIssues(decided.data, known.today));
  if (!known.organisation && code().safeParse(raw.organisation).success) {
    issues.push(issue('organisation', 'unknown', { code: raw.organisation }));
  }
  return [...issues, ...recipientMeaning(raw, recipient, known)];
}

function recipientMeaning(
  raw: Raw,
  recipient: Recipient | undefined,
  known: Known,
): readonly Issue[] {
  if (recipient === 'organisation') {
    const typed = shown(raw.recipient_organisation);
    if (typed === '' || known.recipientOrganisation) return [];
    return [issue('recipient_organisation', 'unknown', { code: typed.slice(0, 60) })];
  }
  if (recipient !== 'person') return [];
  if (shown(raw.person) !== '') return known.person ? [] : [issue('person', 'unknown_person')];
  const name = shown(raw.recipient_person);
  if (name === '') return [issue('recipient_person', 'required')];
  // Degrees alone are taken for a given name when nothing else is there.
  const { given } = splitName(name);
  const named = /\p{L}/u.test(given) && !given.endsWith('.');
  return named ? [] : [issue('recipient_person', 'not_a_name')];
}

const shown = (value: unknown): string =>
  value === null || value === undefined ? '' : keptText(String(value));

/** From which day a distinction no longer counts, and why. */
export const revokeInput = z.strictObject({
  pid: z.string(),
  revoked_on: day(),
  reason: text(500),
  version: version(),
});

export const unrevokeInput = z.strictObject({ pid: z.string(), version: version() });
