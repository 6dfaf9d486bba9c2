import type { Hono } from 'hono';
import type { Child } from 'hono/jsx';
import type { z } from 'zod';
import { execute } from '../../../../platform/command.ts';
import { settled } from '../../../../platform/http/api.ts';
import { formOf } from '../../../../platform/http/body.ts';
import type { Env, WebContext } from '../../../../platform/http/env.ts';
import { deletionDoors } from '../../../../platform/records/doors.ts';
import { type DoorState, formDoor } from '../../../../platform/records/form-door.ts';
import { offers, saidIn } from '../../../../platform/records/section.ts';
import { Alert, ButtonLink } from '../../../../ui/index.ts';
import { type FieldsProps, ItemForm, type Options } from '../../pages/office/forms.tsx';
import { type LineGroup, OrderedLists } from '../../pages/office/list.tsx';
import { siteManage } from '../../policy.ts';
import { findItem, itemsOf, type Source } from '../../queries/index.ts';
import type { Item } from '../../schema.ts';
import type { ItemCommands } from '../../service/index.ts';
import { type KindWords, labels, words } from '../../vi/index.ts';
import { removalPage, removedToast } from './removing.tsx';
import {
  base,
  crumbsTo,
  issueWords,
  mayLook,
  mayWrite,
  ofPlace,
  pathOf,
  withPicture,
} from './shared.ts';

/** One kind of ordered things, as the office keeps it. */
export interface OfficeKind<Shape extends z.ZodRawShape, Row extends Item> {
  /** Under the room. */
  readonly path: string;
  readonly source: Source<Row>;
  readonly commands: ItemCommands<Shape, Row>;
  readonly words: KindWords;
  readonly nameOf: (row: Row) => string;
  readonly groups: (
    c: WebContext,
    rows: readonly Row[],
  ) => Promise<readonly LineGroup[]> | readonly LineGroup[];
  /** A form as it is first shown; `row` is null for a new one. */
  readonly initial: (c: WebContext, row: Row | null) => Readonly<Record<string, string>>;
  readonly options: (c: WebContext, row: Row | null) => Promise<Options>;
  readonly view: (props: FieldsProps) => Child;
  readonly order: readonly string[];
  /** The field that chooses a picture of the library, where there is one. */
  readonly picture?: string;
  /** What keeps it from being deleted, in words. */
  readonly keeps?: (row: Row) => string | null;
  /** Before the form of a new one can be shown; null: it can. */
  readonly before?: (c: WebContext) => Child | null;
}

interface Subject<Row> {
  readonly row: Row | null;
  readonly options: Options;
}

/** The doors of a kind: its list, a form for a new one and for each, moving, deleting, taking back. */
export function itemDoors<Shape extends z.ZodRawShape, Row extends Item>(
  app: Hono<Env>,
  kind: OfficeKind<Shape, Row>,
): void {
  const path = `${base}/${kind.path}`;
  const find = async (c: WebContext): Promise<Row> =>
    ofPlace(c, await findItem(c.var.cx, kind.source, c.req.param('pid') ?? ''));
  app.get(path, (c) => listPage(c, kind));
  if (kind.before !== undefined) app.get(`${path}/them`, (c, next) => stepBefore(c, kind, next));
  addDoor(app, kind);
  editDoor(app, kind, find);
  app.post(`${path}/:pid/chuyen`, async (c) => {
    const row = await find(c);
    const { values } = await formOf(c);
    settled(
      await execute(c.var.cx, kind.commands.move, { pid: row.pid, direction: values.direction }),
      issueWords,
    );
    return c.redirect(`${pathOf(c, kind.path)}?da-chuyen=1#${row.pid}`, 303);
  });
  app.get(`${path}/:pid/xoa`, async (c) => removePage(c, kind, await find(c)));
  const section = { pathOf: (c: WebContext) => pathOf(c, kind.path), crumbsTo };
  deletionDoors(app, path, section, kind.commands.deletion);
}

async function listPage<Shape extends z.ZodRawShape, Row extends Item>(
  c: WebContext,
  kind: OfficeKind<Shape, Row>,
): Promise<Response> {
  mayLook(c);
  const rows = await itemsOf(c.var.cx.db, kind.source, c.var.place.organisationId);
  const writer = offers(c, siteManage);
  const path = pathOf(c, kind.path);
  return c.var.shell.office(c, {
    title: kind.words.list,
    lead: kind.words.lead,
    crumbs: crumbsTo(c, { label: kind.words.list }),
    styles: ['site'],
    before: await said(c, kind),
    action: writer ? (
      <ButtonLink kind="primary" icon="plus" href={`${path}/them`}>
        {kind.words.add}
      </ButtonLink>
    ) : undefined,
    body: (
      <OrderedLists
        groups={await kind.groups(c, rows)}
        none={kind.words.none}
        path={path}
        writer={writer}
        caption={kind.words.list}
      />
    ),
  });
}

async function said<Shape extends z.ZodRawShape, Row extends Item>(
  c: WebContext,
  kind: OfficeKind<Shape, Row>,
): Promise<Child> {
  const text = saidIn(c, {
    'da-luu': words.saved,
    'da-chuyen': words.movedUp,
    'da-khoi-phuc': words.restored,
  });
  if (text !== undefined) return <Alert tone="ok" title={text} live />;
  const pid = c.req.query('da-xoa');
  const row = pid === undefined ? null : await findItem(c.var.cx, kind.source, pid);
  return removedToast(c, row, pathOf(c, kind.path), (one) => kind.words.removed(kind.nameOf(one)));
}

async function stepBefore<Shape extends z.ZodRawShape, Row extends Item>(
  c: WebContext,
  kind: OfficeKind<Shape, Row>,
  next: () => Promise<void>,
): Promise<Response | undefined> {
  mayWrite(c);
  const body = kind.before?.(c) ?? null;
  if (body === null) {
    await next();
    return undefined;
  }
  return c.var.shell.office(c, {
    title: kind.words.add,
    lead: words.chooseKind,
    crumbs: crumbsTo(
      c,
      { label: kind.words.list, href: pathOf(c, kind.path) },
      { label: kind.words.add },
    ),
    body,
  });
}

const formOfKind = <Shape extends z.ZodRawShape, Row extends Item>(
  c: WebContext,
  kind: OfficeKind<Shape, Row>,
  { options }: Subject<Row>,
  state: DoorState,
) => (
  <ItemForm {...state} order={kind.order} save={kind.words.save} backHref={pathOf(c, kind.path)}>
    {kind.view({ form: state.form, options })}
  </ItemForm>
);

const shared = <Shape extends z.ZodRawShape, Row extends Item>(kind: OfficeKind<Shape, Row>) => ({
  ...(kind.picture === undefined ? {} : { styles: ['media'] }),
  words: issueWords,
  labels,
  initial: (c: WebContext, { row }: Subject<Row>) => kind.initial(c, row),
  after: (c: WebContext) => `${pathOf(c, kind.path)}?da-luu=1`,
  view: (c: WebContext, subject: Subject<Row>, state: DoorState) =>
    formOfKind(c, kind, subject, state),
});

function addDoor<Shape extends z.ZodRawShape, Row extends Item>(
  app: Hono<Env>,
  kind: OfficeKind<Shape, Row>,
): void {
  formDoor(app, {
    ...shared(kind),
    path: `${base}/${kind.path}/them`,
    command: kind.commands.add,
    title: () => kind.words.add,
    open: async (c): Promise<Subject<Row>> => {
      mayWrite(c);
      return { row: null, options: await kind.options(c, null) };
    },
    crumbs: (c) =>
      crumbsTo(
        c,
        { label: kind.words.list, href: pathOf(c, kind.path) },
        { label: kind.words.add },
      ),
    fixed: (c, { options }) =>
      withPicture(c, kind.picture, {
        organisation: c.var.place.code,
        ...(options.block === undefined ? {} : { kind: options.block.kind }),
      }),
  });
}

function editDoor<Shape extends z.ZodRawShape, Row extends Item>(
  app: Hono<Env>,
  kind: OfficeKind<Shape, Row>,
  find: (c: WebContext) => Promise<Row>,
): void {
  formDoor(app, {
    ...shared(kind),
    path: `${base}/${kind.path}/:pid/sua`,
    command: kind.commands.edit,
    title: () => kind.words.edit,
    open: async (c): Promise<Subject<Row>> => {
      mayWrite(c);
      const row = await find(c);
      return { row, options: await kind.options(c, row) };
    },
    crumbs: (c, { row }) =>
      crumbsTo(
        c,
        { label: kind.words.list, href: pathOf(c, kind.path) },
        { label: row === null ? kind.words.edit : kind.nameOf(row) },
      ),
    version: ({ row }) => row?.version ?? 1,
    fixed: (c, { row, options }) =>
      withPicture(c, kind.picture, {
        pid: row?.pid,
        ...(options.block === undefined ? {} : { kind: options.block.kind }),
      }),
  });
}

async function removePage<Shape extends z.ZodRawShape, Row extends Item>(
  c: WebContext,
  kind: OfficeKind<Shape, Row>,
  row: Row,
): Promise<Response> {
  mayWrite(c);
  const keeps = kind.keeps?.(row) ?? null;
  const back = pathOf(c, kind.path);
  if (keeps === null)
    return removalPage(c, {
      version: row.version,
      question: kind.words.removeQuestion(kind.nameOf(row)),
      list: kind.words.list,
      listPath: back,
      body: words.removeBody,
    });
  return c.var.shell.office(c, {
    title: words.remove,
    crumbs: crumbsTo(c, { label: kind.words.list, href: back }, { label: words.remove }),
    body: (
      <>
        <Alert tone="warn" title={words.cannotRemove}>
          {keeps}
        </Alert>
        <p>
          <ButtonLink href={back}>{words.back}</ButtonLink>
        </p>
      </>
    ),
  });
}
