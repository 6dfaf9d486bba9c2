import { z } from 'zod';
import type { Day } from '../../kernel/day.ts';
import {
  choice,
  code,
  day,
  optionalDay,
  optionalText,
  text,
  version,
  yesNo,
} from '../../platform/forms/fields.ts';
import { type OrganisationKind, organisationKinds } from '../organisations/index.ts';
import type { TemplateContent } from '../templates/index.ts';
import type { Timeliness } from './rules/index.ts';

export const roundStates = ['draft', 'open', 'closed', 'frozen'] as const;
export type RoundState = (typeof roundStates)[number];

/**
 * How far a form is: nobody began, being filled, sent to its own leader, gone up, places returned,
 * taken, kept as it was.
 */
export const obligationStates = [
  'waiting',
  'filling',
  'submitted',
  'checked',
  'returned',
  'accepted',
  'frozen',
] as const;
export type ObligationState = (typeof obligationStates)[number];

/** An organisation as pages name it. */
export interface Named {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly shortName: string;
}

export interface Round {
  readonly id: string;
  readonly pid: string;
  readonly organisation: Named;
  readonly templateId: string;
  readonly templateName: string;
  readonly name: string;
  /** Code of a period (kernel/period): '2019', '2019-H1'. */
  readonly period: string;
  readonly from: Day;
  /** Last day, inclusive: figures are asked on it. */
  readonly until: Day;
  readonly content: TemplateContent;
  readonly asked: readonly string[];
  readonly cascades: boolean;
  readonly opensOn: Day;
  readonly dueOn: Day;
  readonly words: string | null;
  /** The machine opens the draft in the morning of `opensOn`. */
  readonly opensItself: boolean;
  readonly state: RoundState;
  readonly version: number;
  readonly deletedAt: Date | null;
}

/** What one organisation owes in a round. */
export interface Obligation {
  readonly id: string;
  readonly pid: string;
  readonly round: Round;
  readonly organisation: Named;
  /** Who collects it: of the parent obligation, or of the round. */
  readonly collector: Named;
  readonly parentId: string | null;
  readonly dueOn: Day;
  readonly extendedReason: string | null;
  readonly state: ObligationState;
  /** ISO instants. */
  readonly submittedAt: string | null;
  readonly checkedAt: string | null;
  /** The last time places of it were returned. */
  readonly returnedAt: string | null;
  readonly acceptedAt: string | null;
  /** The first time it went up: what timeliness is told by. */
  readonly firstSentAt: string | null;
  readonly openUntil: Day | null;
  readonly openReason: string | null;
  readonly publishedAt: string | null;
  readonly version: number;
}

/** A round in a list. */
export interface ListedRound {
  readonly id: string;
  readonly pid: string;
  readonly organisation: Named;
  readonly name: string;
  readonly period: string;
  readonly opensOn: Day;
  readonly dueOn: Day;
  readonly state: RoundState;
  /** Obligations that the place collects in it, those of them that have gone up, and were taken. */
  readonly asked: number;
  readonly sent: number;
  readonly accepted: number;
  /** Those that first went up in time. */
  readonly onTime: number;
}

/** An obligation in a list of those who collect. */
export interface ListedObligation {
  readonly id: string;
  readonly pid: string;
  readonly organisation: Named;
  readonly dueOn: Day;
  readonly extendedReason: string | null;
  readonly state: ObligationState;
  readonly timeliness: Timeliness;
  readonly firstSentOn: Day | null;
  /** Of those that it asked itself. */
  readonly children: { readonly asked: number; readonly sent: number; readonly accepted: number };
  /** Of the last rounds before this one (at most four) that the same one collected from it. */
  readonly earlier: { readonly asked: number; readonly onTime: number };
}

/** What the place owes, in a list of its own. */
export interface OwedObligation {
  readonly pid: string;
  readonly round: string;
  readonly roundName: string;
  readonly roundState: RoundState;
  readonly collector: string;
  readonly dueOn: Day;
  readonly extended: boolean;
  readonly state: ObligationState;
  readonly children: { readonly asked: number; readonly sent: number };
}

const kinds = z
  .array(choice(organisationKinds))
  .max(organisationKinds.length)
  .transform((chosen): readonly OrganisationKind[] => [...new Set(chosen)]);

const roundFields = {
  template: text(16),
  /** Code of a period: '2019', '2019-H1'. */
  period: text(20),
  name: optionalText(200),
  /** Kinds of organisations directly below that are asked. */
  asked: kinds,
  /** Those who are asked may ask those below them. */
  cascades: yesNo(),
  opens_on: day(),
  due_on: day(),
  words: optionalText(2000),
  opens_itself: yesNo(),
};

export const roundInput = z.strictObject({ organisation: code(), ...roundFields });
export const roundEdit = z.strictObject({ pid: text(16), version: version(), ...roundFields });
export const roundChanges = z.strictObject({ version: version(), ...roundFields }).partial();
export type RoundInput = z.output<typeof roundInput>;
export type RoundEdit = z.output<typeof roundEdit>;

export const byPidInput = z.strictObject({ pid: text(16), version: version() });
/** `site`: the address of the installation, from the door, for the links in letters. */
export const openInput = z.strictObject({
  pid: text(16),
  version: version(),
  site: optionalText(200),
});

const pids = z.array(text(16)).min(1).max(5000);

export const askInput = z.strictObject({
  /** Obligations of those who ask; one, or several by the one who collects from them. */
  obligations: pids,
  kinds,
  /** Ten days before one's own due day when left out. */
  due_on: optionalDay(),
});
export const extendInput = z.strictObject({ obligations: pids, due_on: day(), reason: text(500) });
export const remindInput = z.strictObject({
  round: text(16),
  /** Who is written to; all that have not sent when left out. */
  obligations: pids.optional(),
  /** Those below this obligation rather than those directly below the round's organisation. */
  collector: optionalText(16),
  site: optionalText(200),
});
export const addInput = z.strictObject({
  round: text(16),
  organisation: code(),
  /** Obligation of the one who collects; null: the organisation of the round. */
  collector: optionalText(16),
  /** Of the collector when left out. */
  due_on: optionalDay(),
  reason: text(500),
});
export const dropInput = z.strictObject({ pid: text(16), reason: text(500) });
