import type { Day } from '../../../kernel/day.ts';
import type { CertificateState, Design, Holder } from '../rules/index.ts';

/** The design that an edition has chosen; version 0 while it has chosen nothing. */
export interface KeptDesign {
  readonly design: Design;
  readonly version: number;
}

/** Something won, and who gets a certificate for it. */
export interface Candidate {
  readonly award: {
    readonly id: string;
    /** Key of the edition's prize. */
    readonly prize: string;
    readonly name: string;
    readonly decision: string | null;
    readonly decidedOn: Day | null;
  };
  readonly dossier: {
    readonly id: string;
    readonly pid: string;
    readonly number: string | null;
    readonly title: string;
    readonly field: string | null;
  };
  /** null: no name is known. */
  readonly holder: Holder | null;
  readonly standing: { readonly pid: string; readonly number: string } | null;
  /** The last one was revoked: another is issued only when somebody says so. */
  readonly revoked: boolean;
}

export interface Certificate {
  readonly id: string;
  readonly pid: string;
  readonly code: string;
  readonly edition: { readonly id: string; readonly pid: string; readonly name: string };
  readonly organisationId: string;
  readonly dossier: {
    readonly id: string;
    readonly pid: string;
    readonly title: string;
    readonly number: string | null;
  };
  readonly awardId: string | null;
  /** Key of the author; empty: the dossier as a whole. */
  readonly holder: string;
  readonly holderName: string;
  readonly prize: string;
  /** '12/GCN-BTCHT' */
  readonly number: string;
  readonly issuedOn: Day;
  readonly sha256: string;
  readonly signature: string;
  readonly keyId: string;
  readonly state: CertificateState;
  readonly endedOn: Day | null;
  readonly reason: string | null;
  readonly decision: string | null;
  readonly batchId: string | null;
  readonly replacesPid: string | null;
  readonly replacedByPid: string | null;
  readonly version: number;
}

/** What was issued, as it was: texts that never change. */
export interface Issued {
  readonly frozen: string;
  /** JSON with a proof: with the holder's name, and without. */
  readonly credential: string;
  readonly nameless: string;
}

/** Certificates that were set for printing. */
export interface Printing {
  readonly id: string;
  readonly pid: string;
  readonly printed: number;
  readonly madeAt: Date;
}
