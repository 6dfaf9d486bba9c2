import type { Day } from '../../../kernel/day.ts';
import type { Face, Frame, Palette, Seal, Signer } from './design.ts';
import type { HolderKind } from './holders.ts';

export const frozenFormat = 'lientri.certificate/1';

/**
 * All that a certificate says and how it is set, as it was issued: what is hashed and signed, and the
 * only thing that its PDF is made from.
 */
export interface Frozen {
  readonly format: typeof frozenFormat;
  readonly code: string;
  /** Address of the public page. */
  readonly address: string;
  readonly number: string;
  readonly issuedOn: Day;
  readonly edition: { readonly pid: string; readonly name: string };
  readonly organisation: { readonly code: string; readonly name: string };
  readonly dossier: { readonly pid: string; readonly title: string };
  readonly award: {
    readonly prize: string;
    readonly decision: string | null;
    readonly decidedOn: Day | null;
  };
  readonly holder: {
    readonly kind: HolderKind;
    readonly names: readonly string[];
    readonly unit: string | null;
  };
  readonly text: {
    readonly heading: readonly string[];
    readonly title: string;
    readonly grant: string;
    readonly prize: readonly string[];
    readonly wording: readonly string[];
    readonly basis: readonly string[];
    readonly placeAndDate: string;
    readonly signer: Signer | null;
    readonly second: Signer | null;
  };
  readonly look: {
    /** Of the template: what was printed once is printed so again. */
    readonly layout: 1;
    readonly frame: Frame;
    readonly face: Face;
    readonly seal: Seal;
    readonly colours: Palette;
  };
}

export const readFrozen = (text: string): Frozen => JSON.parse(text) as Frozen;

const inCapitals = (text: string): string => text.toLocaleUpperCase('vi');

/**
 * Who issued it, to be read on a screen: paper has it in capitals. `signed` is the issuer's name in the credential;
 * where the paper names others, they are told as it has them.
 */
export function issuerNamed({ text, organisation }: Frozen, signed: string): string {
  const printed = text.heading.join(' ');
  const same =
    inCapitals(signed).startsWith(inCapitals(printed)) ||
    inCapitals(organisation.name) === inCapitals(printed);
  return same ? signed : `${printed} · ${organisation.name}`;
}
