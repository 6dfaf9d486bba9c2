import { type Issue, issue } from '../../kernel/issue.ts';
import { foldForSearch } from '../../kernel/vietnamese/fold.ts';

/** 'service': the association's own business; 'newsletter': news, only to those who agreed. */
export const mailingKinds = ['service', 'newsletter'] as const;
export type MailingKind = (typeof mailingKinds)[number];

export const mailingStates = ['draft', 'sending', 'stopped', 'sent'] as const;
export type MailingState = (typeof mailingStates)[number];

export const recipientStates = ['waiting', 'queued', 'sent', 'failed', 'left_out'] as const;
export type RecipientState = (typeof recipientStates)[number];

/** Why a member gets no letter of a mailing. */
export const leftOutReasons = [
  'no_email',
  'bad_address',
  'refused',
  'no_consent',
  'same_address',
] as const;
export type LeftOut = (typeof leftOutReasons)[number];

/** The words in braces that a letter may hold. */
export const letterFields = [
  'ho_ten',
  'ten',
  'hoi',
  'chi_hoi',
  'so_the',
  'noi_gui',
  'ngay',
] as const;
export type LetterField = (typeof letterFields)[number];
export type LetterValues = Readonly<Record<LetterField, string>>;

const BRACES = /\{([^{}]*)\}/g;

/**
 * The field meant by what stands in braces, in any case, with or without dấu; null when unknown. Letters
 * to others than members have other fields.
 */
export function fieldNamed(typed: string, fields: readonly string[] = letterFields): string | null {
  const name = foldForSearch(typed).replaceAll(' ', '_');
  return fields.find((field) => field === name) ?? null;
}

/** What is wrong with the fields of a text: unknown ones, braces without their partner. */
export function fieldIssues(
  path: string,
  text: string,
  fields: readonly string[] = letterFields,
): readonly Issue[] {
  const known = fields.map((field) => `{${field}}`).join(', ');
  const unknown = [...text.matchAll(BRACES)]
    .map((match) => match[0])
    .filter((found) => fieldNamed(found, fields) === null);
  const issues: Issue[] = [];
  if (unknown.length > 0) {
    const names = [...new Set(unknown)].map((name) => brief(name)).slice(0, 5);
    issues.push(issue(path, 'unknown_letter_field', { names: names.join(', '), known }));
  }
  if (/[{}]/.test(text.replace(BRACES, ''))) issues.push(issue(path, 'lone_brace', { known }));
  return issues;
}

const brief = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text);

/**
 * The text with each field's value in its place. Values are put in as they are, on one line: what
 * looks like a field inside one stays text. Fields that are unknown stay as typed.
 */
export function fillLetter(text: string, values: Readonly<Record<string, string>>): string {
  const fields = Object.keys(values);
  return text.replace(BRACES, (typed, name: string) => {
    const field = fieldNamed(name, fields);
    return field === null ? typed : oneLine(values[field] ?? '');
  });
}

/** A subject is one line: what is left of an empty field does not stay as a gap. */
export function fillSubject(text: string, values: Readonly<Record<string, string>>): string {
  return oneLine(fillLetter(text, values)).replace(/ {2,}/g, ' ').trim();
}

const oneLine = (text: string): string => text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();

/** A member as a letter speaks of them. */
export interface Addressee {
  readonly fullName: string;
  readonly given: string;
  readonly association: string;
  readonly branch: string | null;
  readonly cardNumber: string | null;
}

/**
 * The values of a letter. Several members at one address get one letter that names them all; what
 * they have in common is said once.
 */
export function letterValues(
  members: readonly Addressee[],
  letter: { readonly sender: string; readonly date: string },
): LetterValues {
  const joined = (of: (member: Addressee) => string | null): string =>
    [...new Set(members.map((member) => of(member) ?? '').filter((text) => text !== ''))].join(
      ', ',
    );
  return {
    ho_ten: joined((member) => member.fullName),
    ten: joined((member) => member.given),
    hoi: joined((member) => member.association),
    chi_hoi: joined((member) => member.branch),
    so_the: joined((member) => member.cardNumber),
    noi_gui: letter.sender,
    ngay: letter.date,
  };
}

/** What may be done with a mailing, by its state. */
export const mailingActs: Readonly<Record<MailingState, readonly MailingAct[]>> = {
  draft: ['edit', 'send', 'remove'],
  sending: ['stop'],
  stopped: ['resume'],
  sent: [],
};
export type MailingAct = 'edit' | 'send' | 'remove' | 'stop' | 'resume';

export function actIssues(state: MailingState, act: MailingAct): readonly Issue[] {
  return mailingActs[state].includes(act) ? [] : [issue('', `not_when_${state}`)];
}

/** Letters are written to the outbox this long before they go, so that a stop leaves few behind. */
export const aheadMs = 60 * 60 * 1000;

/**
 * When the next letters may go, so that an hour sees at most `perHour`: the first at `nextAt` or now,
 * the others evenly after it. At most `wanted`, and none later than an hour from now.
 */
export function paced(
  now: Date,
  nextAt: Date,
  perHour: number,
  wanted: number,
): { readonly at: readonly Date[]; readonly nextAt: Date } {
  const step = aheadMs / perHour;
  const first = Math.max(now.getTime(), nextAt.getTime());
  const room = Math.max(0, Math.ceil((now.getTime() + aheadMs - first) / step));
  const many = Math.min(wanted, room);
  const at = Array.from({ length: many }, (_, i) => new Date(first + i * step));
  return { at, nextAt: many === 0 ? nextAt : new Date(first + many * step) };
}
