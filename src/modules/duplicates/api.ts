import { z } from 'zod';
import { type Cx, execute } from '../../platform/command.ts';
import { NotFound } from '../../platform/errors.ts';
import { type Api, listOf, pageOf, pageQuery, settled } from '../../platform/http/api.ts';
import { findOrganisation } from '../organisations/index.ts';
import { countPairs, listPairs } from './queries/index.ts';
import { answers, type PairSide, type ShownPair } from './schema.ts';
import { decidePair, mergePersons, startFinding, unmergePersons } from './service/index.ts';
import { duplicateIssues as words } from './vi.ts';

const tag = 'duplicates';
const byPid = z.object({ pid: z.string() });

const side = z.object({
  pid: z.string(),
  full_name: z.string(),
  birth_date: z.string().nullable(),
  gender: z.string().nullable(),
  phones: z.array(z.string()),
  email: z.string().nullable(),
});
const pairShape = z.object({
  pid: z.string(),
  score: z.number().int(),
  state: z.string(),
  evidence: z.array(z.object({ code: z.string(), points: z.number() })),
  a: side,
  b: side,
});

/** REST doors of proposed duplicates, and of joining and taking apart. */
export function duplicateApi(api: Api): void {
  api.endpoint({
    method: 'get',
    path: '/duplicate-pairs',
    tag,
    summary: 'Records that may be one person, waiting for an answer, at or below an organisation',
    query: z.object({ ...pageQuery, organisation: z.string() }),
    response: listOf(pairShape),
    handler: async ({ cx, c, query }) => {
      const at = await placeOf(cx, query.organisation);
      const total = await countPairs(cx, at);
      const pairs = await listPairs(cx, at, query);
      return pageOf(c, pairs.map(pairView), total, query.page, query.size);
    },
  });
  api.endpoint({
    method: 'post',
    path: '/duplicate-searches',
    tag,
    summary: 'Orders the search for duplicates among the persons at or below an organisation',
    body: z.object({ organisation: z.string() }),
    response: z.object({ run: z.string() }),
    status: 201,
    words,
    handler: async ({ cx, body }) => settled(await execute(cx, startFinding, body), words),
  });
  api.endpoint({
    method: 'post',
    path: '/duplicate-pairs/{pid}/decision',
    tag,
    summary: 'Answers a pair: same (the records are joined), different, or later',
    params: byPid,
    body: z.object({ answer: z.enum(answers), keep: z.string().optional() }),
    response: z.object({ merge: z.string().nullable(), kept: z.string() }),
    words,
    handler: async ({ cx, params, body }) =>
      settled(await execute(cx, decidePair, { ...body, ...params }), words),
  });
  api.endpoint({
    method: 'post',
    path: '/people/{pid}/merge',
    tag,
    summary: 'Joins another record of the same person into this one',
    params: byPid,
    body: z.object({ merge: z.string() }),
    response: z.object({ pid: z.string(), kept: z.string() }),
    words,
    handler: async ({ cx, params, body }) =>
      settled(await execute(cx, mergePersons, { ...body, keep: params.pid }), words),
  });
  api.endpoint({
    method: 'post',
    path: '/person-merges/{pid}/undo',
    tag,
    summary: 'Takes two joined records apart again',
    params: byPid,
    response: z.object({ kept: z.string(), merged: z.string() }),
    words,
    handler: async ({ cx, params }) => settled(await execute(cx, unmergePersons, params), words),
  });
}

async function placeOf(cx: Cx, code: string): Promise<string> {
  const found = await findOrganisation(cx.db, code);
  if (found === null) throw new NotFound('organisation');
  return found.id;
}

function pairView({ pid, score, state, evidence, a, b }: ShownPair) {
  return { pid, score, state, evidence, a: sideView(a), b: sideView(b) };
}

function sideView(one: PairSide) {
  return {
    pid: one.pid,
    full_name: [one.family, one.middle, one.given].filter(Boolean).join(' '),
    birth_date: one.birthDate,
    gender: one.gender,
    phones: one.phones,
    email: one.email,
  };
}
