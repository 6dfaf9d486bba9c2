import type { Day } from '../../../kernel/day.ts';
import type { Issue } from '../../../kernel/issue.ts';
import type { Obligation } from '../../rounds/index.ts';
import type { FormSection, Message } from './places.ts';

/** In whose name or place one signs, as it is printed. */
export const authorities = ['TM.', 'KT.', 'TL.', 'TUQ.', 'Q.'] as const;

/** The number of a report among the official documents of its organisation. */
export interface OfficialNumber {
  readonly pid: string;
  readonly number: number;
  readonly year: number;
  /** 'BC-LHHSL': what follows the number and the slash. */
  readonly symbol: string;
  readonly signedOn: Day;
  readonly signer: string;
  readonly position: string;
  /** 'TM.', 'KT.' …, null when the signer signs for himself. */
  readonly authority: (typeof authorities)[number] | null;
  readonly authorityOf: string | null;
}

/** A form as it was kept. */
export interface Freeze {
  readonly pid: string;
  readonly at: string;
  readonly by: string;
  readonly hash: string;
}

/** One organisation's report in a round, as every door shows it. */
export interface ReportForm {
  readonly obligation: Obligation;
  readonly sections: readonly FormSection[];
  /** About the whole form. */
  readonly messages: readonly Message[];
  /** What keeps it from being sent; empty: it may go. */
  readonly blocking: readonly Issue[];
  /** What is worth a second look. */
  readonly warnings: readonly Issue[];
  /** How many of those below were asked, have sent, and were accepted. */
  readonly below: { readonly asked: number; readonly sent: number; readonly accepted: number };
  readonly number: OfficialNumber | null;
  /** The freeze that stands; null before the first. */
  readonly freeze: Freeze | null;
  /** What the actor may do with the form as it stands now. */
  readonly may: {
    /** Write into the places that are `editable`, answer, settle rivals. */
    readonly fill: boolean;
    readonly submit: boolean;
    readonly withdraw: boolean;
    /** As its own leader: approve or send back. */
    readonly check: boolean;
    /** Is the one who collects, whatever the state. */
    readonly receive: boolean;
    readonly returns: boolean;
    readonly accept: boolean;
    readonly reopen: boolean;
    readonly freeze: boolean;
    readonly publish: boolean;
    readonly number: boolean;
  };
}

/** One thing that happened to a form. */
export interface FormEvent {
  readonly at: string;
  /** Name of the command. */
  readonly action: string;
  /** What was done, as the middle of “Ai … báo cáo”. */
  readonly words: string;
  readonly by: string;
  readonly reason: string | null;
  readonly changes: readonly {
    readonly field: string;
    readonly old: unknown;
    readonly new: unknown;
  }[];
}
