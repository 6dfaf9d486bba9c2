export const issuedPer = ['person', 'dossier'] as const;
/** One for each person of a dossier, or one for the dossier with all its names. */
export type IssuedPer = (typeof issuedPer)[number];

export const frames = ['drum', 'line', 'none'] as const;
/** drum: a band after bronze drums; line: two lines; none: for paper that has a frame already. */
export type Frame = (typeof frames)[number];

export const colours = ['red', 'blue', 'green', 'union'] as const;
export type Colour = (typeof colours)[number];

export const faces = ['serif', 'sans'] as const;
export type Face = (typeof faces)[number];

export const seals = ['signer', 'second', 'none'] as const;
/** Beside whose signature the seal is put by hand; none: no room is kept. */
export type Seal = (typeof seals)[number];

export interface Signer {
  /** For whom they sign, such as 'TM. BAN TỔ CHỨC'; null: nothing above the post. */
  readonly authority: string | null;
  readonly post: string;
  readonly name: string;
}

/** How the certificates of an edition look and what they say. */
export interface Design {
  readonly per: IssuedPer;
  /** Who issues, in lines. */
  readonly heading: string;
  readonly title: string;
  /** Before the name: of one person, of several people, of an organisation. */
  readonly grant: string;
  readonly grantGroup: string;
  readonly grantOrganisation: string;
  /** School or workplace under the name of a person. */
  readonly unit: boolean;
  /** The line that is set large, and the lines below it; with placeholders. */
  readonly prize: string;
  readonly wording: string;
  readonly basis: string;
  readonly place: string;
  readonly signer: Signer | null;
  readonly second: Signer | null;
  readonly seal: Seal;
  /** Behind the slash of the number. */
  readonly symbol: string;
  /** Key of the form's field that names an organisation; null: found by itself. */
  readonly organisationField: string | null;
  readonly frame: Frame;
  readonly colour: Colour;
  readonly face: Face;
}

/** The two colours of a certificate, '#rrggbb'. */
export interface Palette {
  readonly base: string;
  readonly gold: string;
}

const own: Readonly<Record<Exclude<Colour, 'union'>, Palette>> = {
  red: { base: '#A31D1D', gold: '#B4893A' },
  blue: { base: '#1D3B77', gold: '#B4893A' },
  green: { base: '#1C5B42', gold: '#B4893A' },
};

export const paletteOf = (colour: Colour, union: string): Palette =>
  colour === 'union' ? { base: union, gold: own.red.gold } : own[colour];
