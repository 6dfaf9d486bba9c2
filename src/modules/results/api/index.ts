import { z } from 'zod';
import { execute } from '../../../platform/command.ts';
import type { Cx } from '../../../platform/cx.ts';
import { NotFound } from '../../../platform/errors.ts';
import { type Api, settled } from '../../../platform/http/api.ts';
import { editionToJudge } from '../../ballots/index.ts';
import { type Edition, isReviewing } from '../../calls/index.ts';
import { partySight } from '../../reviews/index.ts';
import {
  failInput,
  minutesAct,
  minutesInput,
  paperNumberInput,
  rankInput,
} from '../schema/index.ts';
import {
  changeRank,
  decideFail,
  numberPaper,
  outcomeOf,
  saveMinutes,
  signMinutes,
} from '../service/index.ts';
import { issueWords as words } from '../web/words.ts';
import { prizeApi } from './prizes.ts';
import { outcomeShape, outcomeView } from './views.ts';

const tag = 'results';
const ofPhase = z.object({ pid: z.string(), phase: z.string() });

/** REST doors of results: figures, prizes, minutes, numbers. */
export function resultApi(api: Api): void {
  outcomeApi(api);
  prizeApi(api);
  paperApi(api);
}

/** The phase of an edition whose points the office may see now. @throws NotFound */
export function seenPhase(cx: Cx, edition: Edition, key: string): string {
  const phase = edition.content.phases.find((one) => one.key === key);
  if (
    phase === undefined ||
    !isReviewing(phase) ||
    !partySight(cx, edition, phase, 'secretariat').others
  )
    throw new NotFound('phase');
  return phase.key;
}

function outcomeApi(api: Api): void {
  const path = '/editions/{pid}/phases/{phase}/outcome';
  api.endpoint({
    method: 'get',
    path,
    tag,
    summary: 'What a phase comes to: raw, trimmed and calibrated points, places, lines',
    params: ofPhase,
    response: outcomeShape,
    handler: async ({ cx, params }) => {
      const edition = await editionToJudge(cx, params.pid);
      const { outcome } = await outcomeOf(cx, edition, seenPhase(cx, edition, params.phase));
      return outcomeView(outcome);
    },
  });
  api.endpoint({
    method: 'post',
    path: '/rank-changes',
    tag,
    summary:
      'Puts a dossier at a place by hand, with the reason; without a place back to its points',
    body: rankInput,
    response: z.object({ dossier: z.string() }),
    status: 201,
    words,
    handler: async ({ cx, body }) => settled(await execute(cx, changeRank, body), words),
  });
  api.endpoint({
    method: 'post',
    path: '/fail-decisions',
    tag,
    summary: 'Says whether a dossier that some sheets fail is out',
    body: failInput,
    response: z.object({ dossier: z.string() }),
    status: 201,
    words,
    handler: async ({ cx, body }) => settled(await execute(cx, decideFail, body), words),
  });
}

function paperApi(api: Api): void {
  api.endpoint({
    method: 'put',
    path: '/council-minutes',
    tag,
    summary: 'Keeps the draft of a council\u2019s minutes on a phase',
    body: minutesInput,
    response: z.object({ council: z.string() }),
    words,
    handler: async ({ cx, body }) => settled(await execute(cx, saveMinutes, body), words),
  });
  api.endpoint({
    method: 'post',
    path: '/council-minutes/signature',
    tag,
    summary: 'Freezes and signs the minutes',
    body: minutesAct,
    response: z.object({ council: z.string(), sha256: z.string() }),
    words,
    handler: async ({ cx, body }) => settled(await execute(cx, signMinutes, body), words),
  });
  api.endpoint({
    method: 'post',
    path: '/committee-numbers',
    tag,
    summary: 'Gives a paper of the committee the next number of its own series',
    body: paperNumberInput,
    response: z.object({ number: z.number().int(), symbol: z.string() }),
    status: 201,
    words,
    handler: async ({ cx, body }) => settled(await execute(cx, numberPaper, body), words),
  });
}
