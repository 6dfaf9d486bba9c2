import type { Hono } from 'hono';
import { NotFound } from '../../../platform/errors.ts';
import type { Env, WebContext } from '../../../platform/http/env.ts';
import { formDoor } from '../../../platform/records/form-door.ts';
import { type Edition, reviewingPhases } from '../../calls/index.ts';
import { AddForm, EnterForm, RemoveForm, WhyNotPage } from '../pages/acts.tsx';
import { assignmentByPid, isFirst, standingIn, validIn } from '../queries/index.ts';
import { knowsField } from '../rules/index.ts';
import { type OpenedAssignment, previewInput, type Standing } from '../schema/index.ts';
import {
  addAssignment,
  enterPhase,
  type Given,
  givenFor,
  ownOf,
  removeAssignment,
  whyNotFor,
} from '../service/index.ts';
import { sayWhyNot, words } from '../vi/index.ts';
import {
  type Bound,
  base,
  boundCrumbs,
  boundOf,
  boundPath,
  crumbsOf,
  editionOf,
  fullName,
  issueWords,
  managedBound,
  needManaging,
  one,
  pathOf,
} from './shared.tsx';

/** What is done by hand, the question why not, and who goes on to a later phase. */
export function actDoors(app: Hono<Env>): void {
  addDoor(app);
  removeDoor(app);
  app.get(`${one}/vi-sao`, whyPage);
  enterDoor(app);
}

interface Adding extends Bound {
  readonly given: Given;
  readonly dossier: Standing;
}

async function adding(c: WebContext): Promise<Adding> {
  const bound = await managedBound(c);
  const given = await givenFor(c.var.cx, bound.council, bound.phase);
  const dossier = given.dossiers.find(({ pid }) => pid === c.req.param('dossier'));
  if (dossier === undefined) throw new NotFound('dossier');
  return { ...bound, given, dossier };
}

function addDoor(app: Hono<Env>): void {
  formDoor(app, {
    words: issueWords,
    path: `${one}/giao/:dossier{[0-9a-z]{16}}`,
    command: addAssignment,
    title: () => words.add.title,
    lead: ({ dossier }) => titleOf(dossier),
    open: adding,
    crumbs: (c, subject) => boundCrumbs(c, subject, { label: words.add.title }),
    initial: () => ({}),
    fixed: async (_c, { council, phase, dossier }) => ({
      values: { council: council.pid, phase: phase.key, dossier: dossier.pid },
    }),
    labels: words.add.labels,
    after: (c, subject) => `${boundPath(c, subject)}?da-giao=1#${subject.dossier.pid}`,
    view: (c, subject, state) => (
      <AddForm
        state={{ ...state, backHref: boundPath(c, subject) }}
        judges={freeJudges(subject).map(({ pid, judgeId, expertise, ...judge }) => ({
          value: pid,
          label: words.add.option(
            fullName(judge),
            ownOf(subject.given).filter((held) => held.judgeId === judgeId).length,
            knowsField(expertise, subject.dossier.field),
          ),
        }))}
      />
    ),
  });
}

const titleOf = ({ title, number }: Pick<Standing, 'title' | 'number'>): string =>
  number === null ? title : `${number}: ${title}`;

/** Those who do not have the dossier, and nothing stands against it. */
function freeJudges({ given, dossier }: Adding) {
  const barred = new Set([
    ...given.assignments
      .filter(({ dossierId, state }) => dossierId === dossier.id && state !== 'removed')
      .map(({ judgeId }) => judgeId),
    ...given.conflicts
      .filter(({ dossierId }) => dossierId === dossier.id)
      .map(({ judgeId }) => judgeId),
  ]);
  return given.judges.slice(0, given.serving).filter(({ judgeId }) => !barred.has(judgeId));
}

interface Removing extends Bound {
  readonly assignment: OpenedAssignment;
}

async function removing(c: WebContext): Promise<Removing> {
  const bound = await managedBound(c);
  const assignment = await assignmentByPid(c.var.cx, c.req.param('assignment') ?? '');
  const { councilId, phase } = assignment;
  if (councilId !== bound.council.id || phase !== bound.phase.key) throw new NotFound('assignment');
  return { ...bound, assignment };
}

function removeDoor(app: Hono<Env>): void {
  formDoor(app, {
    words: issueWords,
    path: `${one}/bo/:assignment{[0-9a-z]{16}}`,
    command: removeAssignment,
    title: () => words.remove.title,
    lead: ({ assignment }) => `${fullName(assignment.judge)}, ${titleOf(assignment.dossier)}`,
    open: removing,
    crumbs: (c, subject) => boundCrumbs(c, subject, { label: words.remove.title }),
    initial: () => ({}),
    fixed: async (_c, { assignment }) => ({ values: { pid: assignment.pid } }),
    version: ({ assignment }) => assignment.version,
    labels: words.remove.labels,
    after: (c, subject) => `${boundPath(c, subject)}?da-bo=1#${subject.assignment.dossier.pid}`,
    view: (c, subject, state) => (
      <RemoveForm state={{ ...state, backHref: boundPath(c, subject) }} />
    ),
  });
}

async function whyPage(c: WebContext): Promise<Response> {
  const { cx, shell } = c.var;
  const bound = await boundOf(c);
  const given = await givenFor(cx, bound.council, bound.phase);
  const [dossier, judge] = [c.req.query('ho-so') ?? '', c.req.query('giam-khao') ?? ''];
  const sent = previewInput.parse({ council: bound.council.pid, phase: bound.phase.key });
  const answer =
    dossier === '' || judge === ''
      ? null
      : sayWhyNot(await whyNotFor(cx, bound.council, bound.phase, { ...sent, dossier, judge }));
  return shell.office(c, {
    title: words.why.title,
    lead: words.why.lead,
    crumbs: boundCrumbs(c, bound, { label: words.why.title }),
    body: (
      <WhyNotPage
        action={boundPath(c, bound, 'vi-sao')}
        dossiers={given.dossiers.map((row) => ({ value: row.pid, label: titleOf(row) }))}
        judges={given.judges.map((row) => ({ value: row.pid, label: fullName(row) }))}
        {...{ dossier, judge, answer }}
      />
    ),
  });
}

interface Entering {
  readonly edition: Edition;
  readonly phase: Edition['content']['phases'][number];
  readonly valid: readonly Standing[];
  readonly chosen: readonly Standing[];
}

async function entering(c: WebContext): Promise<Entering> {
  const { cx } = c.var;
  const edition = await editionOf(c);
  await needManaging(c, edition);
  const key = c.req.param('phase');
  const phase = reviewingPhases(edition.content.phases).find((row) => row.key === key);
  if (phase === undefined || isFirst(edition, phase.key)) throw new NotFound('phase');
  return {
    ...{ edition, phase },
    valid: await validIn(cx, edition.id),
    chosen: await standingIn(cx, edition, phase.key),
  };
}

function enterDoor(app: Hono<Env>): void {
  formDoor(app, {
    words: issueWords,
    path: `${base}/vao-vong/:phase`,
    command: enterPhase,
    title: ({ phase }) => words.enter.title(phase.name),
    lead: () => words.enter.lead,
    open: entering,
    crumbs: (c, { edition, phase }) =>
      crumbsOf(c, edition, { label: words.enter.title(phase.name) }),
    initial: (_c, { chosen }) =>
      Object.fromEntries(chosen.map(({ pid }) => [`dossiers.${pid}`, '1'])),
    fixed: async (_c, { edition, phase, valid }, typed) => ({
      values: {
        ...{ edition: edition.pid, phase: phase.key },
        dossiers: valid.map(({ pid }) => pid).filter((pid) => typed[`dossiers.${pid}`] === '1'),
      },
    }),
    labels: words.enter.labels,
    after: (c, { edition }) => `${pathOf(c, edition)}?da-ghi=1`,
    view: (c, { edition, valid }, state) => (
      <EnterForm
        state={{ ...state, backHref: pathOf(c, edition) }}
        dossiers={valid.map((row) => ({ value: row.pid, label: titleOf(row) }))}
      />
    ),
  });
}
