export const entrantKinds = ['individual', 'group', 'organisation', 'nominee'] as const;
export type EntrantKind = (typeof entrantKinds)[number];

/** Both ends belong to it; null: no bound on that side. */
export interface Bounds {
  readonly min: number | null;
  readonly max: number | null;
}

export const noBounds: Bounds = { min: null, max: null };

export const fieldKinds = [
  'text',
  'long_text',
  'number',
  'money',
  'date',
  'choice',
  'people',
  'files',
  'declaration',
] as const;
export type FieldKind = (typeof fieldKinds)[number];

/**
 * What the product itself needs an answer for: `title` names the dossier, `summary` is shown in the
 * archive, `solution` is compared with earlier texts (several fields may be), `made` is when the
 * solution was made, `authors` are the people, `worked` is since when somebody works.
 */
export const meanings = ['title', 'summary', 'solution', 'made', 'authors', 'worked'] as const;
export type Meaning = (typeof meanings)[number];

/** What may be asked of each person of a people table; the name always is. */
export const personColumns = [
  'birth',
  'school',
  'class',
  'workplace',
  'job',
  'degree',
  'address',
  'phone',
  'email',
  'representative',
  'relation',
  'representative_phone',
  'representative_email',
] as const;
export type PersonColumn = (typeof personColumns)[number];

/** Kinds of files by their content, as the platform tells them apart. */
export const fileTypes = [
  'pdf',
  'docx',
  'xlsx',
  'pptx',
  'doc',
  'xls',
  'ppt',
  'jpeg',
  'png',
  'webp',
  'mp3',
  'mp4',
  'zip',
] as const;
export type FileType = (typeof fileTypes)[number];

export const datePrecisions = ['year', 'month', 'day'] as const;
export type DatePrecision = (typeof datePrecisions)[number];

interface FieldBase {
  /** Stable within the edition: answers are kept under it. */
  readonly key: string;
  readonly label: string;
  readonly help: string | null;
  readonly required: boolean;
  /** Who is asked; empty: everybody. */
  readonly for: readonly EntrantKind[];
  readonly means: Meaning | null;
  /** Whether the answer may stand in the archive, once the authors agreed. */
  readonly public: boolean;
  /**
   * Whether the answer tells who the entrant is: kept from those from whom authors are hidden. Tables of
   * people always do, whatever stands here.
   */
  readonly identifies: boolean;
}

export interface TextField extends FieldBase {
  readonly kind: 'text';
  /** In characters. */
  readonly max: number;
}

export interface LongTextField extends FieldBase {
  readonly kind: 'long_text';
  readonly words: Bounds;
  readonly characters: Bounds;
}

export interface NumberField extends FieldBase {
  readonly kind: 'number';
  readonly bounds: Bounds;
  readonly decimals: number;
  readonly unit: string | null;
}

export interface MoneyField extends FieldBase {
  readonly kind: 'money';
  /** In đồng. */
  readonly bounds: Bounds;
  /** Asks beside the amount also for benefit that cannot be counted in money, in words. */
  readonly split: boolean;
}

export interface DateField extends FieldBase {
  readonly kind: 'date';
  /** The least that has to be known. */
  readonly precision: DatePrecision;
  /** Whether a day that is still to come is accepted. */
  readonly future: boolean;
}

export interface ChoiceOption {
  readonly value: string;
  readonly label: string;
}

export interface ChoiceField extends FieldBase {
  readonly kind: 'choice';
  readonly options: readonly ChoiceOption[];
  readonly many: boolean;
}

export interface PeopleField extends FieldBase {
  readonly kind: 'people';
  readonly count: Bounds;
  /** Each person has a share in per cent; together they are 100. */
  readonly shares: boolean;
  readonly asks: readonly PersonColumn[];
  /** Of those, what may not be left out. */
  readonly needs: readonly PersonColumn[];
}

export interface FilesField extends FieldBase {
  readonly kind: 'files';
  readonly types: readonly FileType[];
  /** Most bytes of one file. */
  readonly size: number;
  readonly count: Bounds;
}

export interface DeclarationField extends FieldBase {
  readonly kind: 'declaration';
  /** What is declared by ticking. */
  readonly words: string;
}

export type FormField =
  | TextField
  | LongTextField
  | NumberField
  | MoneyField
  | DateField
  | ChoiceField
  | PeopleField
  | FilesField
  | DeclarationField;

/** The fields that an entrant of that kind is asked. */
export function fieldsFor(form: readonly FormField[], entrant: EntrantKind): FormField[] {
  return form.filter((field) => field.for.length === 0 || field.for.includes(entrant));
}

/** The first field with that meaning. */
export function fieldMeaning(form: readonly FormField[], means: Meaning): FormField | null {
  return form.find((field) => field.means === means) ?? null;
}

/** Whether the answer is kept from those from whom authors are hidden. */
export const tellsWho = ({ kind, identifies }: FormField): boolean =>
  identifies || kind === 'people';
