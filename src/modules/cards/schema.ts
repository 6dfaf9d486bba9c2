import { z } from 'zod';
import type { Day } from '../../kernel/day.ts';
import { type Issue, issue } from '../../kernel/issue.ts';
import {
  day,
  optionalDay,
  optionalText,
  text,
  version,
  yesNo,
} from '../../platform/forms/fields.ts';
import { type Raw, together } from '../../platform/forms/together.ts';
import { dayIssues, patternIssues, type Standing } from './rules.ts';

/** A card as the module's pages and doors read it. */
export interface Card extends Standing {
  readonly id: string;
  readonly pid: string;
  readonly token: string;
  readonly membershipPid: string;
  readonly organisationId: string;
  readonly organisationCode: string;
  readonly organisationName: string;
  readonly issuerId: string;
  readonly issuerCode: string;
  readonly issuerName: string;
  readonly number: string;
  readonly issuedOn: Day;
  readonly validUntil: Day | null;
  readonly endedOn: Day | null;
  readonly reason: string | null;
  /** Cards that were issued together have one. */
  readonly batchId: string | null;
  readonly replacesPid: string | null;
  readonly replacedByPid: string | null;
  readonly personPid: string;
  readonly personName: string;
  readonly branch: string | null;
  /** The day of joining as it is known: 'YYYY', 'YYYY-MM' or 'YYYY-MM-DD'. */
  readonly joined: string | null;
  readonly version: number;
}

/** A member to whom a card may be issued. */
export interface Candidate {
  readonly membershipId: string;
  readonly membershipPid: string;
  readonly organisationId: string;
  readonly organisationName: string;
  readonly issuerId: string;
  readonly issuerCode: string;
  readonly issuerName: string;
  readonly personName: string;
  readonly branch: string | null;
  readonly joined: string | null;
  /** From the roster: kept as it is. */
  readonly cardNumber: string | null;
  /** False when the membership has ended. */
  readonly member: boolean;
  /** The card that was not replaced or revoked; `expired` tells whether its last day has gone by. */
  readonly standingId: string | null;
  readonly standingPid: string | null;
  readonly standingNumber: string | null;
  readonly standingIssuerId: string | null;
  readonly expired: boolean;
}

export interface Design {
  readonly organisationId: string;
  readonly pattern: string;
  readonly lastNumber: number;
  readonly seriesYear: number | null;
  readonly title: string;
  readonly signerPost: string | null;
  readonly signerName: string | null;
  readonly note: string | null;
  /** 0 while the organisation has chosen nothing. */
  readonly version: number;
}

/** Cards or labels that were set for printing. */
export interface Printing {
  readonly id: string;
  readonly pid: string;
  readonly organisationId: string;
  readonly kind: 'cards' | 'labels';
  readonly printed: number;
  readonly leftOut: number;
  readonly madeAt: Date;
}

const days = { issued_on: day(), valid_until: optionalDay() };

/** What REST describes; the command reads it by `issueInput`. */
export const issueBody = z.strictObject({ membership: text(16), ...days });

export const issueInput = (today: Day) =>
  together(issueBody, (raw) => ({ issues: dayMeaning(raw, today) }));

/** Several cards at once: who has one already, or cannot have one, is left out. */
export const issueManyInput = (today: Day) =>
  together(
    z.strictObject({ memberships: z.array(z.string()).min(1).max(500), ...days }),
    (raw) => ({
      issues: dayMeaning(raw, today),
    }),
  );

function dayMeaning(raw: Raw, today: Day): readonly Issue[] {
  const issuedOn = day().safeParse(raw.issued_on);
  const until = optionalDay().safeParse(raw.valid_until);
  return issuedOn.success && until.success ? dayIssues(issuedOn.data, until.data, today) : [];
}

export const replaceBody = z.strictObject({
  reason: text(500),
  valid_until: optionalDay(),
  /** The next number of the series in place of the number that the card has. */
  new_number: yesNo(),
  version: version(),
});
export const replaceInput = replaceBody.extend({ pid: z.string() });

export const revokeBody = z.strictObject({ reason: text(500), version: version() });
export const revokeInput = revokeBody.extend({ pid: z.string() });

export const designBody = z.strictObject({
  pattern: text(40),
  title: text(60),
  signer_post: optionalText(80),
  signer_name: optionalText(80),
  note: optionalText(600),
  version: version(),
});

export const designInput = together(designBody.extend({ organisation: text(60) }), (raw) => ({
  issues: designIssues(raw),
}));

function designIssues(raw: Raw): readonly Issue[] {
  const pattern = text(40).safeParse(raw.pattern);
  const [post, name] = [raw.signer_post, raw.signer_name].map((one) => String(one ?? '').trim());
  return [
    ...(pattern.success ? patternIssues(pattern.data) : []),
    ...(post !== '' && name === '' ? [issue('signer_name', 'signer_half')] : []),
    ...(post === '' && name !== '' ? [issue('signer_post', 'signer_half')] : []),
  ];
}
