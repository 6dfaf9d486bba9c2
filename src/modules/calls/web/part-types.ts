import type { Child } from 'hono/jsx';
import type { Crumb, WebContext } from '../../../platform/http/env.ts';
import type { PartState } from '../pages/parts/state.ts';
import type { Edition } from '../schema/index.ts';
import type { RowGroup, Typed } from './typed.ts';

/** The form of one part of an edition, at an address of its own. */
export interface Part<Where> {
  /** Below the edition's address: 'chung', 'mau-ho-so/:key'. */
  readonly path: string;
  /** What the form is about. @throws NotFound */
  readonly open: (c: WebContext, edition: Edition) => Where;
  readonly title: (where: Where) => string;
  readonly lead?: string;
  readonly rows: readonly RowGroup[];
  readonly fresh: (edition: Edition, where: Where) => Typed;
  /** The whole content with this part as typed, still to be read by its schema. */
  readonly apply: (edition: Edition, typed: Typed, where: Where) => unknown;
  /** Where in the content the names of the fields begin: '' or 'form.3'. */
  readonly place: (edition: Edition, where: Where, typed: Typed) => string;
  /** The label of a field by its name without row numbers: 'basis.symbol'. */
  readonly labels: Readonly<Record<string, string>>;
  /**
   * The field that shows what is wrong at a path that is none itself: 'years' at 'years.first', and with
   * the number of the row 'phases.opens' at 'phases.#.opens.day'.
   */
  readonly alias?: Readonly<Record<string, string>>;
  readonly view: (state: PartState, edition: Edition, where: Where) => Child;
  /** Below the edition's address: where one comes from, and goes to once it is saved. */
  readonly back?: (where: Where, typed: Typed) => string;
  /** Below the edition's address: where one goes to once it is saved, where that is not `back`. */
  readonly after?: (where: Where, typed: Typed) => string;
  readonly parents?: (c: WebContext, edition: Edition) => readonly Crumb[];
  /** What the way to its removal is called, where it has one (at `/xoa`). */
  readonly removal?: string;
  /** The address of the edition, where the form has it. */
  readonly code?: (typed: Typed) => string | undefined;
}

/** What a form is about, in the edition of the address. */
export interface At<Where> {
  readonly edition: Edition;
  readonly where: Where;
}
