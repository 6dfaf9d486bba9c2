import { z } from 'zod';
import { execute } from '../../../platform/command.ts';
import { type Api, readInput, settled } from '../../../platform/http/api.ts';
import type { WebContext } from '../../../platform/http/env.ts';
import { byPid } from '../../../platform/records/endpoints.ts';
import { dossierByPid } from '../queries/index.ts';
import {
  awardInput,
  awardOut,
  consentByPid,
  decideInput,
  forwardInput,
  leaveInput,
  moveInput,
  returnInput,
  writeToInput,
} from '../schema/index.ts';
import {
  forwardDossier,
  grantLeave,
  invalidateDossier,
  moveDossier,
  recordAward,
  recordConsent,
  removeAward,
  reopenDossier,
  returnDossier,
  validateDossier,
  writeTo,
} from '../service/index.ts';
import { dossierAnswer } from './reads.ts';
import { dossierShape } from './views.ts';
import { words } from './words.ts';

const tag = 'dossiers';
const path = '/dossiers/{pid}';

/** The address of the installation as readers use it, for the links in letters. */
export const siteOf = (c: WebContext): string =>
  c.var.services?.publicUrl ?? new URL(c.req.url).origin;

/** REST doors of what the secretariat does. */
export function actDoors(api: Api): void {
  decisionDoors(api);
  leaveDoors(api);
  recordDoors(api);
  forwardDoors(api);
}

function decisionDoors(api: Api): void {
  const decisions = [
    ['validate', validateDossier, 'Accept as valid'],
    ['invalidate', invalidateDossier, 'Refuse, with the reason that the entrant reads'],
    ['reopen', reopenDossier, 'Take the decision back'],
  ] as const;
  for (const [name, act, summary] of decisions)
    api.endpoint({
      method: 'post',
      path: `${path}/${name}`,
      tag,
      summary,
      params: byPid,
      body: decideInput.omit({ pid: true }),
      response: dossierShape,
      words,
      handler: async ({ cx, params, body }) => {
        settled(await execute(cx, act, { ...(body as object), pid: params.pid }), words);
        return dossierAnswer(cx, params.pid);
      },
    });
  api.endpoint({
    method: 'post',
    path: `${path}/move`,
    tag,
    summary: 'Move to another field of the edition',
    params: byPid,
    body: moveInput.omit({ pid: true }),
    response: dossierShape,
    words,
    handler: async ({ cx, params, body }) => {
      settled(await execute(cx, moveDossier, { ...(body as object), pid: params.pid }), words);
      return dossierAnswer(cx, params.pid);
    },
  });
}

function leaveDoors(api: Api): void {
  api.endpoint({
    method: 'post',
    path: `${path}/return`,
    tag,
    summary: 'Return for supplement: until when, and remarks on fields of the form',
    params: byPid,
    body: returnInput.omit({ pid: true, site: true }),
    response: dossierShape,
    words,
    handler: async ({ cx, c, params, body }) => {
      const raw = { ...(body as object), pid: params.pid, site: siteOf(c) };
      settled(await execute(cx, returnDossier, raw), words);
      return dossierAnswer(cx, params.pid);
    },
  });
  api.endpoint({
    method: 'post',
    path: `${path}/leaves`,
    tag,
    summary: 'Give this dossier time beyond the deadline, with the reason',
    params: byPid,
    body: leaveInput.omit({ pid: true, site: true }),
    response: dossierShape,
    words,
    handler: async ({ cx, c, params, body }) => {
      // What an entrant never submitted is not answered with here: its secretariat has a page for it.
      await dossierByPid(cx, params.pid);
      const raw = { ...(body as object), pid: params.pid, site: siteOf(c) };
      settled(await execute(cx, grantLeave, raw), words);
      return dossierAnswer(cx, params.pid);
    },
  });
}

function recordDoors(api: Api): void {
  api.endpoint({
    method: 'post',
    path: `${path}/consents`,
    tag,
    summary: 'Write down a consent, or a refusal, as it was signed on paper',
    params: byPid,
    body: consentByPid.omit({ pid: true }),
    status: 204,
    words,
    handler: async ({ cx, params, body }) => {
      settled(await execute(cx, recordConsent, { ...(body as object), pid: params.pid }), words);
    },
  });
  api.endpoint({
    method: 'post',
    path: `${path}/awards`,
    tag,
    summary: 'Write down what it won',
    params: byPid,
    body: awardInput.omit({ pid: true, site: true }),
    response: dossierShape,
    status: 201,
    words,
    handler: async ({ cx, params, body }) => {
      settled(await execute(cx, recordAward, { ...(body as object), pid: params.pid }), words);
      return dossierAnswer(cx, params.pid);
    },
  });
  api.endpoint({
    method: 'delete',
    path: `${path}/awards/{award}`,
    tag,
    summary: 'Take an award off that was written down by mistake',
    params: byPid.extend({ award: z.string() }),
    query: awardOut.pick({ version: true }),
    status: 204,
    words,
    handler: async ({ cx, params, query }) => {
      settled(await execute(cx, removeAward, { ...params, ...query }), words);
    },
  });
}

const lettersInput = z.strictObject({
  filter: z.record(z.string(), z.unknown()).optional(),
  subject: z.string(),
  body: z.string(),
});

function forwardDoors(api: Api): void {
  api.endpoint({
    method: 'post',
    path: `${path}/forward`,
    tag,
    summary: 'Send a valid dossier, or one that won, on to an open edition above',
    params: byPid,
    body: forwardInput.omit({ pid: true }),
    response: z.object({
      pid: z.string().describe('The dossier there, a draft'),
      edition: z.string(),
      left: z.array(z.string()).describe('Labels of what has no place in the form there'),
    }),
    status: 201,
    words,
    handler: async ({ cx, params, body }) =>
      settled(await execute(cx, forwardDossier, { ...(body as object), pid: params.pid }), words),
  });
  api.endpoint({
    method: 'post',
    path: '/editions/{pid}/dossier-letters',
    tag,
    summary: 'Write to the entrants of the dossiers that a filter finds; a job sends the letters',
    params: byPid,
    body: lettersInput,
    response: z.object({ run: z.string().describe('The job'), letters: z.number().int() }),
    status: 201,
    words,
    handler: async ({ cx, params, body }) => {
      const raw = { ...(body as object), edition: params.pid };
      readInput(writeToInput, raw, words);
      return settled(await execute(cx, writeTo, raw), words);
    },
  });
}
