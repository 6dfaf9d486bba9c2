import type { Hono } from 'hono';
import type { Cx, Happening } from './command.ts';
import type { Invariant } from './doctor.ts';
import type { Api } from './http/api.ts';
import type { Env } from './http/env.ts';
import type { CronLine, JobHandler, RunHandler } from './jobs/index.ts';
import type { EncryptedTable } from './keys.ts';
import type { Permission } from './policy.ts';

/** One line of the office's menu: shown to those who have the permission at the place. */
export interface MenuLine {
  readonly label: string;
  /** Under /vp/{code}/; also tells which line is current. */
  readonly path: string;
  readonly permission: Permission;
  /** Lines of one group are one line of the menu; the others stand on each page of the group. */
  readonly group?: 'site';
}

/** Pages that a later module has below each record of an earlier one, which leads there. */
export interface Room {
  /** The address of the records below /vp/{code}/: 'hoi-thi'. */
  readonly below: string;
  /** Under the record's own address. */
  readonly path: string;
  readonly label: string;
  readonly permission: Permission;
}

/** Something that waits for somebody, shown on the office's home. */
export interface ToDo {
  readonly title: string;
  readonly detail: string;
  readonly due: string | null;
  readonly href: string;
  readonly verb: string;
}

/** What waits at an organisation for the one who asks. */
export type AskToDo = (cx: Cx, organisationId: string, code: string) => Promise<readonly ToDo[]>;

export type { Invariant } from './doctor.ts';

/** What a module may know of the product as a whole. */
export interface Product {
  readonly permissions: readonly Permission[];
  /** What each permission lets a person do, by its name. */
  readonly permissionNames: Readonly<Record<string, string>>;
  readonly rooms: readonly Room[];
  /** What waits for somebody, module after module. */
  readonly toDos: readonly AskToDo[];
}

/** What a module gives to the product. Absent parts are simply not there. */
export interface Module {
  readonly name: string;
  readonly permissions: readonly Permission[];
  /** What each of them lets a person do, for the table of rights. */
  readonly permissionNames: Readonly<Record<string, string>>;
  readonly menu?: readonly MenuLine[];
  readonly rooms?: readonly Room[];
  /** HTML doors under /vp/{code}: `c.var.place` is set and the actor may open the office. */
  readonly office?: (app: Hono<Env>, product: Product) => void;
  /** Public HTML doors of a site: `/` and `/{code}`, `c.var.place` is set. */
  readonly site?: (app: Hono<Env>) => void;
  /** HTML doors that belong to no organisation (sign-in). */
  readonly web?: (app: Hono<Env>) => void;
  readonly api?: (api: Api) => void;
  /** Addresses whose posted forms are read by `streamedForm`, or files in pieces by `uploadDoors`, and may so be larger than others. */
  readonly streams?: readonly RegExp[];
  readonly on?: Readonly<Record<string, (cx: Cx, happening: Happening) => Promise<void>>>;
  readonly toDo?: AskToDo;
  readonly invariants?: readonly Invariant[];
  /** Where it keeps encrypted texts: they are made anew after a key was rotated. */
  readonly encrypted?: readonly EncryptedTable[];
  /** Short jobs, long ones that show how far they are, and when the clock starts them. */
  readonly jobs?: {
    readonly handlers?: Readonly<Record<string, JobHandler>>;
    readonly runs?: Readonly<Record<string, RunHandler>>;
    readonly cron?: readonly CronLine[];
  };
}
