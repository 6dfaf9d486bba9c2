/** What everybody may know of somebody who agreed to stand in a public directory, and nothing else. */
export interface Expert {
  readonly id: string;
  readonly pid: string;
  readonly family: string;
  readonly middle: string;
  readonly given: string;
  /** Codes, the highest first. */
  readonly degrees: readonly string[];
  readonly field: string | null;
  readonly workplace: string | null;
  /** Of the site: member there today. */
  readonly organisations: readonly { readonly code: string; readonly name: string }[];
  /** Of the site: held today. */
  readonly posts: readonly { readonly title: string; readonly organisation: string }[];
}

/** Whose directory: that of an organisation and all below it; `root`: the site at `/`. */
export interface Directory {
  readonly organisationId: string;
  readonly root: boolean;
}

export interface ExpertFilter {
  /** Words of the name, or of the field of work, with or without dấu. */
  readonly q?: string;
  /** Words of the field of work, with or without dấu; a whole field means that one alone. */
  readonly field?: string;
  readonly degree?: string;
  /** Code of an organisation. */
  readonly organisation?: string;
}

/** What the list can be narrowed to, from those who stand in it. */
export interface ExpertFacets {
  readonly total: number;
  readonly fields: readonly string[];
  readonly degrees: readonly string[];
  readonly organisations: readonly { readonly code: string; readonly name: string }[];
}
