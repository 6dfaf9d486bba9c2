import { z } from 'zod';
import { choice, code, optionalText, text, version } from '../../platform/forms/fields.ts';
import { type Problem, type Program, programs } from './rules/index.ts';

/** What was newly taken in or changed. */
export interface Counts {
  readonly articles: number;
  readonly pages: number;
  readonly comments: number;
  readonly media: number;
  readonly redirects: number;
}

export const noCounts: Counts = { articles: 0, pages: 0, comments: 0, media: 0, redirects: 0 };

export const importStates = [
  'opened',
  'looked',
  'running',
  'done',
  'cancelled',
  'failed',
  'undoing',
  'undone',
] as const;
export type ImportState = (typeof importStates)[number];

/** What did not come over as it was; `kind` left out: the words are made of the rest. */
export type TellProblem = Omit<Problem, 'kind'>;

/** What a file holds, before anything of it is written. */
export interface Preview {
  /** Title and address of the old site, as the file says them. */
  readonly title: string;
  readonly address: string;
  /** How many of each kind. */
  readonly found: Readonly<Record<string, number>>;
  /** Articles and pages by their state. */
  readonly states: Readonly<Record<string, number>>;
  /** The first names of sections, and the first titles with their days. */
  readonly sections: readonly string[];
  readonly titles: readonly { readonly title: string; readonly at: string | null }[];
  /** Media whose file is among what was handed over. */
  readonly files: number;
  readonly problems: readonly TellProblem[];
  /** Why the file cannot be read; null when it can. */
  readonly unreadable: {
    readonly code: string;
    readonly data: Record<string, string | number>;
  } | null;
}

export interface SiteImport {
  readonly id: string;
  readonly pid: string;
  readonly organisationId: string;
  readonly organisationCode: string;
  readonly program: Program;
  readonly state: ImportState;
  readonly fileName: string;
  readonly fileId: string | null;
  readonly uploadsId: string | null;
  readonly uploadsName: string | null;
  readonly address: string;
  readonly preview: Preview | null;
  readonly counts: Partial<Counts> & Readonly<Record<string, number>>;
  readonly problems: readonly TellProblem[];
  readonly runId: string | null;
  readonly createdAt: Date;
  readonly createdName: string;
  readonly finishedAt: Date | null;
  readonly undoneAt: Date | null;
  readonly version: number;
}

/** What became of a thing of the old site. */
export interface Known {
  readonly originId: string;
  readonly pid: string;
  readonly fingerprint: string;
  readonly newest: number | null;
  readonly state: string | null;
}

export const importFields = {
  program: choice(programs),
  /** Where the old site was; the file itself often says it. */
  address: optionalText(300),
};
export const openInput = z.strictObject({
  organisation: code(),
  ...importFields,
  /** Public id of a file that was sent. */
  file: text(16),
});
export const uploadsInput = z.strictObject({
  pid: z.string(),
  uploads: text(16),
  version: version(),
});
export const importAct = z.strictObject({ pid: z.string(), version: version() });
