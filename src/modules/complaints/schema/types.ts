import type { Day } from '../../../kernel/day.ts';
import type {
  ComplaintAct,
  ComplaintRules,
  ComplaintState,
  Outcome,
  Refusal,
  Topic,
} from '../rules/index.ts';

export type Origin = 'link' | 'paper';

/** A dossier as the office names it. */
export interface NamedDossier {
  readonly id: string;
  readonly pid: string;
  readonly number: string;
  readonly title: string;
}

export interface Complaint {
  readonly id: string;
  readonly pid: string;
  readonly edition: {
    readonly id: string;
    readonly pid: string;
    readonly name: string;
    readonly organisationId: string;
  };
  /** 'KN-0001' */
  readonly number: string;
  readonly origin: Origin;
  /** Behind whose link it was written; null: a letter. */
  readonly dossier: NamedDossier | null;
  readonly topic: Topic;
  /** The dossier complained about, in the complainant's words. */
  readonly aboutText: string | null;
  /** The same as the office found it. */
  readonly about: NamedDossier | null;
  readonly complainant: string;
  readonly address: string;
  readonly phone: string | null;
  readonly email: string | null;
  readonly body: string;
  readonly asks: string;
  readonly receivedAt: Date;
  readonly receivedOn: Day;
  readonly inTime: boolean;
  readonly rules: ComplaintRules;
  readonly acceptBy: Day;
  readonly acceptedOn: Day | null;
  readonly answerBy: Day | null;
  readonly extended: number | null;
  readonly state: ComplaintState;
  readonly refusal: Refusal | null;
  readonly handler: string | null;
  /** A draft until the state is 'answered'. */
  readonly outcome: Outcome | null;
  readonly answer: string | null;
  readonly document: string | null;
  readonly answeredOn: Day | null;
  readonly sha256: string;
  readonly version: number;
}

/** A change: who, when, why. */
export interface Step {
  readonly act: ComplaintAct | 'receive';
  readonly state: ComplaintState;
  readonly at: Date;
  /** null: the complainant, or the installation itself. */
  readonly by: string | null;
  /** Done by the installation: by its command line, or by a job. */
  readonly machine: boolean;
  readonly reason: string | null;
  /** The council is asked to have sheets marked again. */
  readonly reopens: boolean;
}

/** The rules of an edition; version 0 is the sample that nobody set. */
export interface KeptRules extends ComplaintRules {
  readonly version: number;
}

/** How complaints of an edition stand. */
export interface Figures {
  readonly all: number;
  readonly open: number;
  /** Open, and its last day is over. */
  readonly over: number;
  readonly answered: number;
  /** Of those answered: by their last day. */
  readonly answeredInTime: number;
}
