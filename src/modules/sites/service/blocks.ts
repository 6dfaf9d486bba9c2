import type { Child } from 'hono/jsx';
import type { Db } from '../../../platform/database/query.ts';
import type { WebContext } from '../../../platform/http/env.ts';
import type { BlockPlace, BlockSettings } from '../rules/index.ts';

/** A block of a home as its kind draws it. */
export interface BlockShown {
  readonly place: BlockPlace;
  /** As the editor named it; null: the name of the kind. */
  readonly title: string | null;
  readonly settings: BlockSettings;
}

/** A kind of block that a module gives to the homes of sites. */
export interface BlockKind {
  readonly kind: string;
  /** As the editor chooses it. */
  readonly label: string;
  /** Where it may stand, the usual place first. */
  readonly places: readonly BlockPlace[];
  /** How many things it shows when nobody says; absent: that cannot be set. */
  readonly count?: number;
  /** Whose things it shows, where that can be chosen. */
  readonly of?: {
    readonly label: string;
    readonly optional: boolean;
    readonly options: (
      db: Db,
      organisationId: string,
    ) => Promise<readonly { readonly value: string; readonly label: string }[]>;
  };
  /** Stylesheets of pages that it needs. */
  readonly styles?: readonly string[];
  /** Islands that it needs. */
  readonly islands?: readonly string[];
  /** Draws it; null closes its gap: there is nothing to show. */
  readonly show: (c: WebContext, block: BlockShown) => Promise<Child | null> | Child | null;
}

const kinds = new Map<string, BlockKind>();

/** Adds a kind of block. Called by modules in their index.ts; the last of a name counts. */
export function addBlock(kind: BlockKind): void {
  kinds.set(kind.kind, kind);
}

export const blockKind = (name: string): BlockKind | null => kinds.get(name) ?? null;
export const blockKinds = (): readonly BlockKind[] => [...kinds.values()];

const unkept = new WeakSet<WebContext>();

/** Said by a block whose content changes within the day: its page is then made anew each time. */
export function changesToday(c: WebContext): void {
  unkept.add(c);
}
export const isUnkept = (c: WebContext): boolean => unkept.has(c);
