import { z } from 'zod';
import { type Cx, execute } from '../../../platform/command.ts';
import { Forbidden } from '../../../platform/errors.ts';
import { type Api, listOf, readInput, settled } from '../../../platform/http/api.ts';
import { Invalid } from '../../../platform/http/problems.ts';
import { may } from '../../../platform/policy.ts';
import { byPid } from '../../../platform/records/endpoints.ts';
import { councilByPid } from '../../councils/index.ts';
import { assignmentManage } from '../policy.ts';
import { assignmentByPid, assignmentsOf, runList, standingIn } from '../queries/index.ts';
import {
  addInput,
  assignmentStates,
  enterInput,
  previewInput,
  removeInput,
  runInput,
  whyNotInput,
} from '../schema/index.ts';
import {
  addAssignment,
  enterPhase,
  plan,
  removeAssignment,
  runAssignment,
  whyNotFor,
} from '../service/index.ts';
import { sayWhyNot, assignmentIssues as words } from '../vi/index.ts';
import { readableCouncil, readableEdition, tag, whole } from './shared.ts';
import {
  assignmentShape,
  assignmentView,
  planShape,
  planView,
  runShape,
  runView,
  whyNotShape,
} from './views.ts';

/** REST doors of who judges what. */
export function assignmentApi(api: Api): void {
  listDoors(api);
  runDoors(api);
  handDoors(api);
  phaseDoors(api);
}

function listDoors(api: Api): void {
  api.endpoint({
    method: 'get',
    path: '/editions/{pid}/assignments',
    tag,
    summary: 'Who judges which dossier, by the number of the dossier',
    params: byPid,
    query: z.object({
      phase: z.string().optional().describe('Key of a phase'),
      council: z.string().optional().describe('Public id'),
      state: z
        .enum([...assignmentStates, 'all'])
        .optional()
        .describe('active when left out'),
    }),
    response: listOf(assignmentShape),
    handler: async ({ cx, params, query }) => {
      const edition = await readableEdition(cx, params.pid);
      const council =
        query.council === undefined ? undefined : (await councilByPid(cx, query.council)).id;
      const rows = await assignmentsOf(cx, {
        editionId: edition.id,
        ...(query.phase === undefined ? {} : { phase: query.phase }),
        ...(council === undefined ? {} : { councilId: council }),
        ...(query.state === undefined ? {} : { state: query.state }),
      });
      return whole(rows.map(assignmentView));
    },
  });
  api.endpoint({
    method: 'get',
    path: '/editions/{pid}/assignment-runs',
    tag,
    summary: 'Runs of the solver, the newest first',
    params: byPid,
    response: listOf(runShape),
    handler: async ({ cx, params }) => {
      const edition = await readableEdition(cx, params.pid);
      return whole((await runList(cx, edition.id)).map(runView));
    },
  });
}

const ofCouncil = { council: true } as const;

function runDoors(api: Api): void {
  api.endpoint({
    method: 'post',
    path: '/councils/{pid}/assignment-preview',
    tag,
    summary: 'Reckons who would judge what, and writes nothing',
    params: byPid,
    body: previewInput.omit(ofCouncil),
    response: planShape,
    words,
    handler: async ({ cx, params, body }) => {
      const sent = readInput(previewInput, { ...(body as object), council: params.pid }, words);
      const { council, phase } = await managed(cx, params.pid, sent.phase);
      const made = await plan(cx, council, phase, sent);
      if ('issues' in made) throw new Invalid(made.issues, words);
      return planView(made.seed, made.output);
    },
  });
  api.endpoint({
    method: 'post',
    path: '/councils/{pid}/assignment-runs',
    tag,
    summary: 'Gives the dossiers of the council to its judges; what was given by hand stays',
    params: byPid,
    body: runInput.omit(ofCouncil),
    response: z.object({
      pid: z.string(),
      added: z.number().int(),
      removed: z.number().int(),
      total: z.number(),
      bound: z.number(),
    }),
    status: 201,
    words,
    handler: async ({ cx, params, body }) => {
      const raw = { ...(body as object), council: params.pid };
      return settled(await execute(cx, runAssignment, raw), words);
    },
  });
  api.endpoint({
    method: 'post',
    path: '/councils/{pid}/assignment-why-not',
    tag,
    summary: 'Why a judge does not have a dossier: what stands against it, or what it would cost',
    params: byPid,
    body: whyNotInput.omit(ofCouncil),
    response: whyNotShape,
    words,
    handler: async ({ cx, params, body }) => {
      const sent = readInput(whyNotInput, { ...(body as object), council: params.pid }, words);
      const { council, phase } = await readableCouncil(cx, params.pid, sent.phase);
      const answer = await whyNotFor(cx, council, phase, sent);
      const { worstNow, ...told } = 'worstNow' in answer ? answer : { ...answer, worstNow: null };
      const more = worstNow === null ? {} : { worst_now: worstNow };
      return { ...told, ...more, words: sayWhyNot(answer) };
    },
  });
}

async function managed(cx: Cx, pid: string, phase: string) {
  const found = await readableCouncil(cx, pid, phase);
  if (!(await may(cx, assignmentManage, found.council.edition.organisation.id)))
    throw new Forbidden(assignmentManage.name);
  return found;
}

function handDoors(api: Api): void {
  api.endpoint({
    method: 'post',
    path: '/councils/{pid}/assignments',
    tag,
    summary: 'Gives a dossier to a judge by hand',
    params: byPid,
    body: addInput.omit(ofCouncil),
    response: z.object({ dossier: z.string(), judge: z.string() }),
    status: 201,
    words,
    handler: async ({ cx, params, body }) => {
      const raw = { ...(body as object), council: params.pid };
      return settled(await execute(cx, addAssignment, raw), words);
    },
  });
  api.endpoint({
    method: 'get',
    path: '/assignments/{pid}',
    tag,
    summary: 'One assignment',
    params: byPid,
    response: assignmentShape,
    handler: async ({ cx, params }) => assignmentView(await assignmentByPid(cx, params.pid)),
  });
  api.endpoint({
    method: 'post',
    path: '/assignments/{pid}/removal',
    tag,
    summary: 'Takes a dossier from a judge by hand; no run gives it back',
    params: byPid,
    body: removeInput.omit({ pid: true }),
    response: assignmentShape,
    words,
    handler: async ({ cx, params, body }) => {
      const raw = { ...(body as object), pid: params.pid };
      settled(await execute(cx, removeAssignment, raw), words);
      return assignmentView(await assignmentByPid(cx, params.pid));
    },
  });
}

const standingShape = z.object({
  pid: z.string(),
  number: z.string().nullable(),
  title: z.string(),
  field: z.string().nullable(),
});

function phaseDoors(api: Api): void {
  const path = '/editions/{pid}/phases/{phase}/dossiers';
  const params = byPid.extend({ phase: z.string().describe('Key of a reviewing phase') });
  api.endpoint({
    method: 'get',
    path,
    tag,
    summary: 'The dossiers that are judged in a phase',
    params,
    response: listOf(standingShape),
    handler: async ({ cx, params: { pid, phase } }) => {
      const edition = await readableEdition(cx, pid);
      const rows = await standingIn(cx, edition, phase);
      return whole(rows.map(({ id: _, ...row }) => row));
    },
  });
  api.endpoint({
    method: 'put',
    path,
    tag,
    summary: 'Says which dossiers go on to a later phase: these and no others',
    params,
    body: enterInput.omit({ edition: true, phase: true }),
    response: z.object({ dossiers: z.number().int() }),
    words,
    handler: async ({ cx, params: { pid, phase }, body }) => {
      const raw = { ...(body as object), edition: pid, phase };
      return settled(await execute(cx, enterPhase, raw), words);
    },
  });
}
