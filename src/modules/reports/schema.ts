import { z } from 'zod';
import type { Day } from '../../kernel/day.ts';
import type { Issue } from '../../kernel/issue.ts';
import {
  day,
  optionalChoice,
  optionalNumber,
  optionalText,
  text,
  version,
  yesNo,
} from '../../platform/forms/fields.ts';
import type { Obligation, ObligationState } from '../rounds/index.ts';
import type { TemplateRow, TemplateSection } from '../templates/index.ts';

export const placeStates = ['open', 'returned', 'accepted'] as const;
export type PlaceState = (typeof placeStates)[number];

/** Words about a form or a place of it. */
export interface Message {
  readonly pid: string;
  /** Key of a row or a section; null: the whole form. */
  readonly place: string | null;
  /** `remark`: its own leader sent it back. */
  readonly kind: 'return' | 'answer' | 'remark';
  readonly words: string;
  readonly by: string;
  /** ISO instant. */
  readonly at: string;
  readonly settled: boolean;
}

/** What somebody typed over a change that he had not seen. */
export interface Rival {
  readonly pid: string;
  readonly place: string;
  readonly declared: number | null;
  readonly reason: string | null;
  readonly note: string | null;
  readonly words: string | null;
  readonly by: string;
  readonly at: string;
}

export interface FormCell {
  readonly row: TemplateRow;
  /** What is declared; null: nothing yet. 1 and 0 for yes and no. */
  readonly declared: number | null;
  /** What the records say now; null: nothing known, or no indicator. */
  readonly derived: number | null;
  /** What those below declared and was accepted, added up; null where adding makes no sense. */
  readonly below: number | null;
  /** How many of those below `below` is made of. */
  readonly belowOf: number;
  /** The same row of the period before, as accepted, else from the records; null: not known. */
  readonly previous: number | null;
  /** Code of the period that `previous` is of. */
  readonly previousPeriod: string | null;
  /** Stands in the field while nothing is declared, and is declared by sending: derived, else below. */
  readonly offered: number | null;
  readonly reason: string | null;
  readonly note: string | null;
  readonly state: PlaceState;
  /** 0 while nothing was written. */
  readonly version: number;
  readonly updatedAt: string | null;
  readonly updatedBy: string | null;
  /** Declared is not what the records say, both as printed. */
  readonly differs: boolean;
  readonly editable: boolean;
  readonly issues: readonly Issue[];
  readonly messages: readonly Message[];
  readonly rivals: readonly Rival[];
  /** Path under /vp/{place}/ of the records behind `derived`; null when there is none to open. */
  readonly records: string | null;
}

export interface FormNarrative {
  readonly words: string;
  /** `words` with their figures filled in. */
  readonly shown: string;
  readonly state: PlaceState;
  readonly version: number;
  readonly updatedAt: string | null;
  readonly updatedBy: string | null;
  readonly editable: boolean;
  readonly issues: readonly Issue[];
  readonly messages: readonly Message[];
  readonly rivals: readonly Rival[];
  /** Sentences with their figures filled in, for choosing; `source` is what is inserted. */
  readonly sentences: readonly { readonly source: string; readonly shown: string }[];
}

export interface FormSection {
  readonly section: TemplateSection;
  /** Of a narrative. */
  readonly narrative: FormNarrative | null;
  /** Of a table. */
  readonly cells: readonly FormCell[];
}

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

/** What became of one place that was written. */
export interface PlaceAnswer {
  readonly place: string;
  readonly outcome: 'saved' | 'unchanged' | 'conflict';
  /** The version that stands now. */
  readonly version: number;
  /** Of a conflict: what stands, by whom and since when. What was typed is kept under `rival`. */
  readonly stands: {
    readonly declared: number | null;
    readonly reason: string | null;
    readonly note: string | null;
    readonly words: string | null;
    readonly by: string | null;
    readonly at: string;
  } | null;
  readonly rival: string | null;
  /** Other rivals that wait at this place, also when it was saved. */
  readonly rivals: number;
}

/** The answer of every write into a form. */
export interface FormAnswer {
  readonly pid: string;
  readonly state: ObligationState;
  /** Of the form: what `version` of the next step is compared with. */
  readonly version: number;
  readonly places: readonly PlaceAnswer[];
}

/** A cell whose records say something else now than when the form was frozen. */
export interface Restated {
  readonly row: string;
  readonly label: string;
  readonly unit: string | null;
  readonly decimals: number;
  /** As frozen. */
  readonly declared: number | null;
  readonly derivedThen: number | null;
  readonly derivedNow: number | null;
  /** Now less then; null when one of them is not known. */
  readonly difference: number | null;
}

const pid = () => text(16);
/** The version of a place that was seen; 0: nothing was written yet. */
const seen = () =>
  optionalNumber({ min: 0, max: 1_000_000_000, integer: true }).transform((value) => value ?? 0);
const key = () => text(60);
const largest = 999_999_999_999_999;

const cellFields = {
  row: key(),
  declared: optionalNumber({ min: -largest, max: largest }),
  reason: optionalText(1000),
  note: optionalText(1000),
  version: seen(),
};
const narrativeFields = {
  section: key(),
  words: optionalText(30_000).transform((words) => words ?? ''),
  version: seen(),
};

/** One cell of a form. `declared` null takes the value away. */
export const cellInput = z.object({ pid: pid(), ...cellFields });
/** One narrative of a form; {key} in the words stands for the figure of that row. */
export const narrativeInput = z.object({ pid: pid(), ...narrativeFields });
/** Many places of a form at once: what is left out stays. */
export const formInput = z.object({
  pid: pid(),
  cells: z.array(z.object(cellFields)).max(1000).default([]),
  narratives: z.array(z.object(narrativeFields)).max(200).default([]),
});
/** `standing`: what stands stays. `typed`: what the rival typed replaces it. */
export const rivalInput = z.object({
  pid: pid(),
  rival: pid(),
  keep: z.enum(['standing', 'typed']),
});
export const formStep = z.object({ pid: pid(), version: version() });
/** `confirmed`: sent although there are warnings. */
export const submitInput = z.object({ pid: pid(), version: version(), confirmed: yesNo() });
export const sendBackInput = z.object({ pid: pid(), version: version(), words: text(2000) });
/** A place without a key is the whole form. */
export const returnInput = z.object({
  pid: pid(),
  version: version(),
  places: z
    .array(z.object({ place: optionalText(60), words: text(2000) }))
    .min(1)
    .max(200),
});
export const answerInput = z.object({ pid: pid(), place: optionalText(60), words: text(2000) });
/** Without places: the whole form, which is then locked. */
export const acceptInput = z.object({
  pid: pid(),
  version: version(),
  places: z.array(key()).max(1000).default([]),
});
/** The form may be changed until the end of the day, although it was accepted or frozen. */
export const reopenInput = z.object({
  pid: pid(),
  version: version(),
  until: day(),
  reason: text(1000),
});
export const freezeRoundInput = z.object({ round: pid() });
export const publishInput = z.object({ pid: pid(), version: version(), published: yesNo() });
export const numberInput = z.object({
  pid: pid(),
  signed_on: day(),
  signer: text(100),
  position: text(150),
  authority: optionalChoice(authorities),
  authority_of: optionalText(200),
  /** Left out: made from the organisation's short name. */
  symbol: optionalText(30),
});

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

/** A row as it was frozen. */
export interface FrozenRow
  extends Pick<
    TemplateRow,
    'key' | 'number' | 'label' | 'unit' | 'decimals' | 'kind' | 'level' | 'indicator'
  > {
  readonly declared: number | null;
  readonly derived: number | null;
  readonly below: number | null;
  readonly belowOf: number;
  readonly reason: string | null;
  readonly note: string | null;
  /** Pid of the indicator's version that the derived value was counted by. */
  readonly definition: string | null;
  /** The records behind the derived value: how many, and the public ids of the first 5,000. */
  readonly records: { readonly count: number; readonly pids: readonly string[] } | null;
}

/** A form as it was frozen; the hash is over its canonical JSON. */
export interface FrozenContent {
  readonly format: 1;
  readonly form: string;
  readonly organisation: { readonly code: string; readonly name: string };
  readonly collector: { readonly code: string; readonly name: string };
  readonly round: {
    readonly pid: string;
    readonly name: string;
    readonly period: string;
    readonly from: Day;
    readonly until: Day;
  };
  readonly frozenAt: string;
  readonly acceptedAt: string | null;
  readonly number: OfficialNumber | null;
  readonly below: ReportForm['below'];
  readonly sections: readonly (Pick<
    TemplateSection,
    'key' | 'number' | 'title' | 'level' | 'kind'
  > & {
    /** Of a narrative, as written. */
    readonly words: string | null;
    /** Of a narrative, with its figures. */
    readonly shown: string | null;
    readonly rows: readonly FrozenRow[];
  })[];
}

/** A report as everybody may see it. */
export interface PublicReport {
  readonly obligation: Obligation;
  readonly number: OfficialNumber | null;
  readonly sections: readonly (Pick<
    TemplateSection,
    'key' | 'number' | 'title' | 'level' | 'kind'
  > & {
    /** Of a narrative, with its figures. */
    readonly shown: string | null;
    readonly rows: readonly Pick<
      FrozenRow,
      'key' | 'number' | 'label' | 'unit' | 'decimals' | 'kind' | 'level' | 'declared'
    >[];
  })[];
}
