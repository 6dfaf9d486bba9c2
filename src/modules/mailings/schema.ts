import { z } from 'zod';
import {
  choice,
  code,
  number,
  optionalChoice,
  optionalCode,
  optionalNumber,
  optionalText,
  text,
  version,
} from '../../platform/forms/fields.ts';
import { together } from '../../platform/forms/together.ts';
import { dueStates } from '../fees/index.ts';
import {
  fieldIssues,
  type LeftOut,
  type MailingKind,
  type MailingState,
  mailingKinds,
  type RecipientState,
} from './rules.ts';

export interface MailingTemplate {
  readonly id: string;
  readonly pid: string;
  readonly organisationId: string;
  readonly organisationCode: string;
  readonly organisationName: string;
  readonly name: string;
  readonly subject: string;
  readonly body: string;
  readonly version: number;
  readonly createdAt: Date;
  readonly deletedAt: Date | null;
}

const year = () => optionalNumber({ min: 1000, max: 2999, integer: true });

/**
 * Whom a mailing goes to: members of today, narrowed as the list of members is; nothing set is every
 * member at or below the sender.
 */
export const memberFilter = z.strictObject({
  /** Code: this association and what is below it. */
  association: optionalCode(),
  /** Words of the name, of the branch and of the field of work, with or without dấu. */
  q: optionalText(200),
  branch: optionalText(200),
  field: optionalText(200),
  gender: optionalChoice(['male', 'female', 'other']),
  degree: optionalText(20),
  kind: optionalChoice(['full', 'associate', 'honorary']),
  /** Years, both inclusive. */
  born_from: year(),
  born_to: year(),
  joined_from: year(),
  joined_to: year(),
  has_phone: optionalChoice(['yes', 'no']),
  /** A fee period, and how far those who pay in it are; without a state those who still owe. */
  fee_period: optionalText(16),
  fee_state: optionalChoice(['owing', ...dueStates]),
});
export type MemberFilter = Readonly<z.output<typeof memberFilter>>;
export const everybody: MemberFilter = memberFilter.parse({});

export type MailingCounts = Readonly<Partial<Record<'send' | LeftOut, number>>>;

export interface Mailing {
  readonly id: string;
  readonly pid: string;
  readonly organisationId: string;
  readonly organisationCode: string;
  readonly organisationName: string;
  readonly kind: MailingKind;
  readonly subject: string;
  readonly body: string;
  readonly filter: MemberFilter;
  readonly state: MailingState;
  readonly counts: MailingCounts;
  readonly countedAt: Date | null;
  readonly site: string | null;
  readonly runPid: string | null;
  readonly preparedAt: Date | null;
  readonly startedAt: Date | null;
  readonly finishedAt: Date | null;
  readonly version: number;
  readonly createdAt: Date;
  readonly deletedAt: Date | null;
}

/** How far the letters of a mailing are; `left` by reason. Letters and members, not both. */
export interface MailingResult {
  readonly waiting: number;
  readonly queued: number;
  readonly sent: number;
  readonly failed: number;
  readonly left: Readonly<Partial<Record<LeftOut, number>>>;
}

export interface Recipient {
  readonly number: number;
  readonly personPid: string;
  readonly name: string;
  readonly address: string | null;
  readonly association: string;
  readonly state: RecipientState;
  readonly reason: string | null;
  readonly at: Date | null;
}

const words = { subject: text(200), body: text(20_000) };
const wordIssues = (raw: Readonly<Record<string, unknown>>) => ({
  issues: [
    ...fieldIssues('subject', String(raw.subject ?? '')),
    ...(String(raw.subject ?? '')
      .trim()
      .includes('\n')
      ? [{ path: 'subject', code: 'one_line' }]
      : []),
    ...fieldIssues('body', String(raw.body ?? '')),
  ],
});

export const templateBody = z.strictObject({ organisation: code(), name: text(120), ...words });
export const templateInput = together(templateBody, wordIssues);
export const templateChanges = z
  .strictObject({ name: text(120), ...words, version: version() })
  .partial();
export const templateEdit = together(
  z.strictObject({ pid: z.string(), version: version(), name: text(120), ...words }),
  wordIssues,
);

const content = {
  kind: choice(mailingKinds),
  ...words,
  filter: memberFilter.default(everybody),
};
export const mailingBody = z.strictObject({ organisation: code(), ...content });
export const mailingInput = together(mailingBody, wordIssues);
export const mailingChanges = z.strictObject({ ...content, version: version() }).partial();
export const mailingEdit = together(
  z.strictObject({ pid: z.string(), version: version(), ...content }),
  wordIssues,
);

export const byVersion = z.strictObject({ pid: z.string(), version: version() });
export const paceInput = z.strictObject({
  per_hour: number({ min: 1, max: 100_000, integer: true }),
});

export const scopes = ['organisation', 'all'] as const;
export type Scope = (typeof scopes)[number];
export const answerInput = z.strictObject({
  token: z.string().max(100),
  act: z.enum(['refuse', 'take_back']),
  scope: z.enum(scopes).default('organisation'),
  via: z.enum(['page', 'one_click']).default('page'),
});
