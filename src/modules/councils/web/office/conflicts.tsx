import type { Hono } from 'hono';
import { execute } from '../../../../platform/command.ts';
import { type ListQuestion, listQuestion } from '../../../../platform/forms/list.ts';
import { settled } from '../../../../platform/http/api.ts';
import type { Env, WebContext } from '../../../../platform/http/env.ts';
import { formDoor } from '../../../../platform/records/form-door.ts';
import { setFilters } from '../../../../platform/records/narrowing.ts';
import { Alert, Button, ButtonLink, Buttons, Form } from '../../../../ui/index.ts';
import type { Edition } from '../../../calls/index.ts';
import { AddConflictForm } from '../../pages/office/conflict.tsx';
import { ConflictList, sureNames, sureValues } from '../../pages/office/conflicts.tsx';
import { judgesOf, listConflicts } from '../../queries/index.ts';
import {
  type ConflictFilter,
  conflictKinds,
  conflictSources,
  conflictStates,
  type Judge,
  notedKinds,
} from '../../schema/index.ts';
import { addConflict, findConflicts } from '../../service/index.ts';
import {
  conflictKindNames,
  conflictSourceNames,
  conflictStateNames,
  fullName,
} from '../../vi/index.ts';
import { conflictWords as words } from '../../vi/office.ts';
import { shownConflicts } from './conflict-lines.ts';
import {
  base,
  crumbsOf,
  editionOf,
  issueWords,
  managedEdition,
  mayManage,
  noticeOf,
  pathOf,
  paths,
  SectionTabs,
} from './shared.tsx';

const pageSize = 50;
const list = `${base}/${paths.conflicts}`;

/** What stands between judges and dossiers: the list, and what the office notes. */
export function conflictDoors(app: Hono<Env>): void {
  app.get(list, listPage);
  app.post(`${list}/tim`, find);
  addDoor(app);
}

const among = <T extends string>(all: readonly T[], typed: string | undefined): T | null =>
  all.find((one) => one === typed) ?? null;

function filterOf({ values }: ListQuestion): ConflictFilter {
  const sure = values.chac ?? '';
  return {
    q: values.q ?? '',
    state: among(conflictStates, values['tinh-trang']),
    kind: among(conflictKinds, values.loai),
    source: among(conflictSources, values.nguon),
    sure: sure in sureValues ? sureValues[sure as keyof typeof sureValues] : null,
    judge: values['giam-khao'] || null,
    dossier: values['ho-so'] || null,
  };
}

const named = (names: Readonly<Record<string, string>>) => (value: string) => names[value] ?? value;

async function listPage(c: WebContext): Promise<Response> {
  const { cx, shell } = c.var;
  const edition = await editionOf(c);
  const path = pathOf(c, edition, 'conflicts');
  const question = listQuestion(path, c.req.query(), {
    filters: ['q', 'tinh-trang', 'loai', 'chac', 'nguon', 'giam-khao', 'ho-so'],
    sorts: ['muc'],
    sort: 'muc',
  });
  const asked = { ...filterOf(question), page: question.page, size: pageSize };
  const { rows, total } = await listConflicts(cx, edition.id, asked);
  const open = await listConflicts(cx, edition.id, { state: 'found', page: 1, size: 1 });
  const shown = await shownConflicts(c, rows);
  const manager = (await mayManage(c, edition)) && edition.state !== 'closed';
  const none = total === 0 && !question.filtered;
  return shell.office(c, {
    title: words.title,
    lead: none ? words.leadNone : words.lead(open.total, total),
    crumbs: crumbsOf(c, edition, 'conflicts'),
    action: manager ? <Acts path={path} /> : undefined,
    before: (
      <>
        {foundNotice(c)}
        {noticeOf(c, { 'da-ghi': words.added })}
        <SectionTabs c={c} edition={edition} now="conflicts" />
      </>
    ),
    body: (
      <ConflictList
        question={question}
        path={path}
        rows={shown}
        total={total}
        size={pageSize}
        chips={setFilters(question, {
          q: (value) => value,
          'tinh-trang': named(conflictStateNames),
          loai: named(conflictKindNames),
          chac: named(sureNames),
          nguon: named(conflictSourceNames),
          'giam-khao': () => shown[0]?.judge ?? words.filters.judge,
          'ho-so': () => shown[0]?.dossier ?? words.filters.dossier,
        })}
      />
    ),
  });
}

function Acts({ path }: { readonly path: string }) {
  return (
    <Buttons>
      <Form action={`${path}/tim`} inline>
        <Button>{words.find}</Button>
      </Form>
      <ButtonLink icon="plus" href={`${path}/moi`}>
        {words.add}
      </ButtonLink>
    </Buttons>
  );
}

function foundNotice(c: WebContext) {
  const [added, gone] = ['them', 'bot'].map((name) => Number(c.req.query(name) ?? Number.NaN));
  if (!Number.isInteger(added) || !Number.isInteger(gone)) return undefined;
  return <Alert tone="ok" title={words.found(added!, gone!)} live />;
}

async function find(c: WebContext): Promise<Response> {
  const edition = await managedEdition(c);
  const outcome = await execute(c.var.cx, findConflicts, { edition: edition.pid });
  const { added, gone } = settled(outcome, issueWords);
  return c.redirect(`${pathOf(c, edition, 'conflicts')}?them=${added}&bot=${gone}`, 303);
}

interface Adding {
  readonly edition: Edition;
  readonly judges: readonly Judge[];
}

async function openAdding(c: WebContext): Promise<Adding> {
  const edition = await managedEdition(c);
  return { edition, judges: await judgesOf(c.var.cx, edition.id) };
}

function addDoor(app: Hono<Env>): void {
  formDoor(app, {
    words: issueWords,
    path: `${list}/moi`,
    command: addConflict,
    title: () => words.add,
    lead: ({ edition }) => edition.content.name,
    open: openAdding,
    crumbs: (c, { edition }) => crumbsOf(c, edition, 'conflicts', { label: words.add }),
    initial: (c) => ({
      judge: c.req.query('giam-khao') ?? '',
      dossier: c.req.query('ho-so') ?? '',
    }),
    labels: words.labels,
    after: (c, { edition }) => `${pathOf(c, edition, 'conflicts')}?da-ghi=1`,
    view: (c, { edition, judges }, state) => (
      <AddConflictForm
        state={{ ...state, backHref: pathOf(c, edition, 'conflicts') }}
        judges={judges.map((judge) => ({
          value: judge.pid,
          label: [fullName(judge), judge.unit].filter(Boolean).join(', '),
        }))}
        kinds={notedKinds.map((value) => ({ value, label: conflictKindNames[value] }))}
      />
    ),
  });
}
