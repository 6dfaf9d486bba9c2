import { contains } from '../../../kernel/date-range.ts';
import type { Day } from '../../../kernel/day.ts';
import type { Cx } from '../../../platform/command.ts';
import { NotFound } from '../../../platform/errors.ts';
import { type Api, listOf } from '../../../platform/http/api.ts';
import { organisationRecords } from '../policy.ts';
import { affiliationsEver, factsOf, factsOn, findAffiliation, findFact } from '../queries/index.ts';
import type { Organisation } from '../schema/index.ts';
import { mayAt } from '../service/index.ts';
import { organisationIssues as words } from '../vi.ts';
import { byCode, byDay, byPid, organisationOf, tag, whole } from './read.ts';
import { affiliationView, factView, showAffiliation, showFact } from './views.ts';

async function recordsOf(cx: Cx, code: string, on: Day | null): Promise<Organisation> {
  const found = await organisationOf(cx, code, on);
  if (!(await mayAt(cx, organisationRecords, found.id))) throw new NotFound('organisation');
  return found;
}

/** What offices at or above an organisation read; to others it is not there. */
export function recordReads(api: Api): void {
  api.endpoint({
    method: 'get',
    path: '/organisations/{code}/facts',
    tag,
    summary: 'Declared facts: those that hold on a day, or all of them',
    params: byCode,
    query: byDay,
    response: listOf(factView),
    words,
    handler: async ({ cx, params, query }) => {
      const found = await recordsOf(cx, params.code, query.on);
      const facts =
        query.on === null
          ? await factsOf(cx.db, found.id)
          : await factsOn(cx.db, found.id, query.on);
      return whole(facts.map(showFact));
    },
  });
  api.endpoint({
    method: 'get',
    path: '/organisations/{code}/affiliations',
    tag,
    summary: 'Affiliations upwards and downwards: those of a day, or all of them',
    params: byCode,
    query: byDay,
    response: listOf(affiliationView),
    words,
    handler: async ({ cx, params, query }) => {
      const { on } = query;
      const found = await recordsOf(cx, params.code, on);
      const rows = await affiliationsEver(cx.db, found.id, on ?? cx.clock.today());
      const shown = rows.filter((row) => on === null || contains(row.during, on));
      return whole(shown.map(showAffiliation));
    },
  });
  api.endpoint({
    method: 'get',
    path: '/facts/{pid}',
    tag,
    summary: 'One declared fact',
    params: byPid,
    response: factView,
    words,
    handler: async ({ cx, params }) => {
      const fact = await findFact(cx.db, params.pid);
      if (fact === null || !(await mayAt(cx, organisationRecords, fact.organisationId))) {
        throw new NotFound('fact');
      }
      return showFact(fact);
    },
  });
  api.endpoint({
    method: 'get',
    path: '/affiliations/{pid}',
    tag,
    summary: 'One affiliation',
    params: byPid,
    response: affiliationView,
    words,
    handler: async ({ cx, params }) => {
      const row = await findAffiliation(cx.db, params.pid, cx.clock.today());
      if (row === null) throw new NotFound('affiliation');
      const seen =
        (await mayAt(cx, organisationRecords, row.childId)) ||
        (await mayAt(cx, organisationRecords, row.parentId));
      if (!seen) throw new NotFound('affiliation');
      return showAffiliation(row);
    },
  });
}
