import type {
  AwardLevel,
  Consent,
  ConsentParty,
  DossierState,
  EditionContent,
  EditionState,
  EntrantKind,
  Leave,
  WorkingCopy,
} from '../../calls/index.ts';

export const origins = ['link', 'paper', 'import', 'forwarded'] as const;
/** How a dossier came: by an e-mail link, on paper, from a file of a past edition, sent on as a winner. */
export type Origin = (typeof origins)[number];

/** The edition of a dossier, as far as dossiers need it. */
export interface DossierEdition {
  readonly id: string;
  readonly pid: string;
  readonly code: string;
  readonly state: EditionState;
  readonly revision: number;
  readonly content: EditionContent;
  readonly organisation: { readonly id: string; readonly code: string; readonly name: string };
}

/** What is to be mended in one field of the form; `field` null: in the dossier as a whole. */
export interface Remark {
  readonly field: string | null;
  readonly words: string;
}

/** Time given to this dossier, with the words that go with it. */
export interface GivenLeave extends Leave {
  readonly id: string;
  readonly words: string;
  readonly remarks: readonly Remark[];
  /** Number of the version that answered it. */
  readonly answered: number | null;
}

export interface Dossier {
  readonly id: string;
  readonly pid: string;
  readonly edition: DossierEdition;
  readonly origin: Origin;
  readonly state: DossierState;
  readonly email: string | null;
  readonly working: WorkingCopy;
  readonly savedAt: Date;
  /** As it counts now; null while nothing was submitted. */
  readonly entrant: EntrantKind | null;
  readonly field: string | null;
  readonly title: string;
  readonly number: string | null;
  /** Number of the version that holds; 0: none. */
  readonly submitted: number;
  readonly firstSubmittedAt: Date | null;
  readonly submittedAt: Date | null;
  readonly reason: string | null;
  /** The time that was given last; null: none ever. */
  readonly leave: GivenLeave | null;
  readonly version: number;
  readonly createdAt: Date;
}

/** What a list tells of a dossier. */
export type ListedDossier = Pick<
  Dossier,
  | 'id'
  | 'pid'
  | 'origin'
  | 'state'
  | 'entrant'
  | 'field'
  | 'title'
  | 'number'
  | 'submitted'
  | 'submittedAt'
> & { readonly authors: readonly string[]; readonly until: string | null };

export interface DossierVersion {
  readonly number: number;
  readonly revision: number;
  readonly frozen: string;
  readonly sha256: string;
  readonly receivedAt: Date;
  readonly receipt: string;
  readonly signature: string;
  readonly keyId: string;
}

/** A file of what is being written, or of a version that was submitted. */
export interface DossierFile {
  readonly id: string;
  readonly pid: string;
  readonly field: string;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly sha256: string;
  readonly removedAt: Date | null;
}

export interface KeptConsent extends Consent {
  readonly toldBy: string;
  readonly how: 'page' | 'link' | 'paper';
}

export interface Award {
  readonly id: string;
  readonly level: AwardLevel;
  readonly prize: string | null;
  readonly name: string;
  readonly year: number | null;
  readonly decision: string | null;
  readonly decidedOn: string | null;
}

/** What a link that was sent by e-mail opens: the dossier, or only the consent of one author. */
export interface OpenedLink {
  readonly dossierId: string;
  readonly email: string;
  readonly author: string | null;
  readonly party: ConsentParty | null;
}
