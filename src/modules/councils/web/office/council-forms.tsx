import type { Hono } from 'hono';
import { formatDate } from '../../../../kernel/vietnamese/dates.ts';
import { execute } from '../../../../platform/command.ts';
import { settled } from '../../../../platform/http/api.ts';
import { formOf } from '../../../../platform/http/body.ts';
import type { Env, WebContext } from '../../../../platform/http/env.ts';
import { formDoor } from '../../../../platform/records/form-door.ts';
import { type ActState, ConfirmPage } from '../../../../ui/index.ts';
import { type Edition, reviewingPhases } from '../../../calls/index.ts';
import { CouncilForm } from '../../pages/office/council-forms.tsx';
import type { Council, OpenedCouncil } from '../../schema/index.ts';
import { createCouncil, deleteCouncil, editCouncil } from '../../service/index.ts';
import { councilWords as words } from '../../vi/office.ts';
import {
  base,
  crumbsOf,
  issueWords,
  managedCouncil,
  managedEdition,
  pathOf,
  paths,
} from './shared.tsx';

export const one = `${base}/${paths.councils}/:council{[0-9a-z]{16}}`;

/** Setting up a council, changing and deleting it. */
export function councilFormDoors(app: Hono<Env>): void {
  createDoor(app);
  editDoor(app);
  app.get(`${one}/xoa`, removePage);
  app.post(`${one}/xoa`, remove);
}

type Typed = Readonly<Record<string, string>>;

/** The codes whose boxes of a name were ticked. */
export const ticked = (typed: Typed, name: string, codes: readonly string[]): string[] =>
  codes.filter((code) => typed[`${name}.${code}`] === '1');

export const boxes = (name: string, codes: readonly string[]): Record<string, string> =>
  Object.fromEntries(codes.map((code) => [`${name}.${code}`, '1']));

const codesOf = ({ content }: Pick<Edition, 'content'>) => ({
  fields: content.fields.map(({ code }) => code),
  phases: reviewingPhases(content.phases).map(({ key }) => key),
});

function chosen(edition: Edition, typed: Typed) {
  const codes = codesOf(edition);
  return {
    fields: ticked(typed, 'fields', codes.fields),
    phases: ticked(typed, 'phases', codes.phases),
  };
}

function form({ content }: Edition, state: ActState) {
  return (
    <CouncilForm
      state={state}
      fields={content.fields.map(({ code, name }) => ({ value: code, label: name }))}
      phases={reviewingPhases(content.phases).map(({ key, name }) => ({ value: key, label: name }))}
      voting={content.voting.map(({ key, name }) => ({ value: key, label: name }))}
    />
  );
}

function createDoor(app: Hono<Env>): void {
  formDoor(app, {
    words: issueWords,
    path: `${base}/${paths.councils}/moi`,
    command: createCouncil,
    title: () => words.create,
    lead: ({ content }) => content.name,
    open: managedEdition,
    crumbs: (c, edition) => crumbsOf(c, edition, 'councils', { label: words.create }),
    initial: (_c, { content }) => ({
      voting: content.voting.length === 1 ? content.voting[0]!.key : '',
    }),
    fixed: async (_c, edition, typed) => ({
      values: { edition: edition.pid, ...chosen(edition, typed) },
    }),
    labels: words.labels,
    after: (c, edition, { pid }) => `${pathOf(c, edition, 'councils', pid)}?da-lap=1`,
    view: (c, edition, state) =>
      form(edition, { ...state, backHref: pathOf(c, edition, 'councils') }),
  });
}

const valuesOf = (council: Council): Record<string, string> => ({
  name: council.name,
  voting: council.voting ?? '',
  decision: council.decision ?? '',
  decided_on: council.decidedOn === null ? '' : formatDate(council.decidedOn),
  ...boxes('fields', council.fields),
  ...boxes('phases', council.phases),
});

export const councilPath = (c: WebContext, { edition, pid }: OpenedCouncil): string =>
  pathOf(c, edition, 'councils', pid);

export const councilCrumbs = (c: WebContext, council: OpenedCouncil, label: string) =>
  crumbsOf(
    c,
    council.edition,
    'councils',
    { label: council.name, href: councilPath(c, council) },
    { label },
  );

function editDoor(app: Hono<Env>): void {
  formDoor(app, {
    words: issueWords,
    path: `${one}/sua`,
    command: editCouncil,
    title: () => words.edit,
    lead: ({ name }) => name,
    open: managedCouncil,
    crumbs: (c, council) => councilCrumbs(c, council, words.edit),
    initial: (_c, council) => valuesOf(council),
    fixed: async (_c, council, typed) => ({
      values: { pid: council.pid, ...chosen(council.edition, typed) },
    }),
    version: ({ version }) => version,
    labels: words.labels,
    after: (c, council) => `${councilPath(c, council)}?da-luu=1`,
    view: (c, council, state) =>
      form(council.edition, { ...state, backHref: councilPath(c, council) }),
  });
}

async function removePage(c: WebContext): Promise<Response> {
  const council = await managedCouncil(c);
  return c.var.shell.office(c, {
    title: words.remove,
    crumbs: councilCrumbs(c, council, words.remove),
    body: (
      <ConfirmPage
        question={words.removeOf(council.name)}
        action={c.req.path}
        hidden={{ version: council.version }}
        verb={words.remove}
        keepHref={councilPath(c, council)}
        keepLabel={words.keep}
      >
        {words.removeBody}
      </ConfirmPage>
    ),
  });
}

async function remove(c: WebContext): Promise<Response> {
  const council = await managedCouncil(c);
  const { values } = await formOf(c);
  const input = { pid: council.pid, version: values.version };
  settled(await execute(c.var.cx, deleteCouncil, input), issueWords);
  return c.redirect(`${pathOf(c, council.edition, 'councils')}?da-xoa=1`, 303);
}
