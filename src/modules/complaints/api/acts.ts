import type { z } from 'zod';
import { type Command, execute } from '../../../platform/command.ts';
import { type Api, settled } from '../../../platform/http/api.ts';
import { siteOf } from '../../../platform/http/client.ts';
import { byPid } from '../../../platform/records/endpoints.ts';
import { complaintByPid } from '../queries/index.ts';
import type { ComplaintAct } from '../rules/index.ts';
import {
  acceptBody,
  answerBody,
  assignBody,
  closeBody,
  consultBody,
  extendBody,
  identifyBody,
  letterBody,
  proposeBody,
  refuseBody,
  rulesBody,
  withdrawBody,
} from '../schema/index.ts';
import {
  acceptComplaint,
  answerComplaint,
  assignComplaint,
  closeComplaint,
  consultCouncil,
  enterLetter,
  extendTime,
  identifyDossier,
  proposeAnswer,
  refuseComplaint,
  rulesOf,
  setRules,
  withdrawComplaint,
} from '../service/index.ts';
import { ownIssues as words } from '../vi/index.ts';
import { readable } from './reads.ts';
import { complaintShape, complaintView, rulesShape, rulesView } from './views.ts';

const tag = 'complaints';

interface Act<I extends z.ZodType, L> {
  readonly act: ComplaintAct;
  readonly summary: string;
  readonly body: z.ZodObject;
  readonly command: Command<I, L, { readonly pid: string }>;
}

function actDoor<I extends z.ZodType, L>(
  api: Api,
  { act, summary, body, command }: Act<I, L>,
): void {
  api.endpoint({
    method: 'post',
    path: `/complaints/{pid}/${act}`,
    tag,
    summary,
    params: byPid,
    body,
    response: complaintShape,
    words,
    handler: async ({ cx, c, params, body: sent }) => {
      const raw = { ...(sent as object), ...params, site: siteOf(c) };
      settled(await execute(cx, command, raw), words);
      return complaintView(await complaintByPid(cx, params.pid), cx.clock.today());
    },
  });
}

export function actApi(api: Api): void {
  editionDoors(api);
  actDoor(api, {
    act: 'accept',
    summary: 'Accept it for handling: from that day the time to answer runs',
    body: acceptBody,
    command: acceptComplaint,
  });
  actDoor(api, {
    act: 'refuse',
    summary: 'Refuse to handle it, and say why',
    body: refuseBody,
    command: refuseComplaint,
  });
  actDoor(api, {
    act: 'identify',
    summary: 'Say which dossier is complained about, by the number of its receipt',
    body: identifyBody,
    command: identifyDossier,
  });
  actDoor(api, {
    act: 'assign',
    summary: 'Say who handles it',
    body: assignBody,
    command: assignComplaint,
  });
  actDoor(api, {
    act: 'consult',
    summary: 'Note what the council is asked; it must not tell who complains',
    body: consultBody,
    command: consultCouncil,
  });
  actDoor(api, {
    act: 'extend',
    summary: 'Give more days to answer, once, before they are over',
    body: extendBody,
    command: extendTime,
  });
  answerDoors(api);
}

function answerDoors(api: Api): void {
  actDoor(api, {
    act: 'propose',
    summary: 'Draft the answer, which nobody outside the office sees yet',
    body: proposeBody,
    command: proposeAnswer,
  });
  actDoor(api, {
    act: 'answer',
    summary: 'Answer as it was drafted, by a letter with its number and day',
    body: answerBody,
    command: answerComplaint,
  });
  actDoor(api, {
    act: 'close',
    summary: 'Put an answered one away',
    body: closeBody,
    command: closeComplaint,
  });
  actDoor(api, {
    act: 'withdraw',
    summary: 'Note that the complainant took it back by letter',
    body: withdrawBody,
    command: withdrawComplaint,
  });
}

function editionDoors(api: Api): void {
  api.endpoint({
    method: 'post',
    path: '/editions/{pid}/complaints',
    tag,
    summary: 'Take in a complaint on paper, with the day on which it came',
    params: byPid,
    body: letterBody,
    response: complaintShape,
    status: 201,
    words,
    handler: async ({ cx, c, params, body }) => {
      const raw = { ...body, edition: params.pid, site: siteOf(c) };
      const { pid } = settled(await execute(cx, enterLetter, raw), words);
      return complaintView(await complaintByPid(cx, pid), cx.clock.today());
    },
  });
  api.endpoint({
    method: 'put',
    path: '/editions/{pid}/complaint-rules',
    tag,
    summary: 'Set the days for complaints that are received from now on',
    params: byPid,
    body: rulesBody,
    response: rulesShape,
    words,
    handler: async ({ cx, params, body }) => {
      settled(await execute(cx, setRules, { ...body, edition: params.pid }), words);
      return rulesView(await rulesOf(cx, await readable(cx, params.pid)));
    },
  });
}
