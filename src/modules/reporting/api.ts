import type { Api } from '../../platform/http/api.ts';
import { pageOf } from '../../platform/http/api.ts';
import {
  benchmarkPeers,
  benchmarkRecords,
  benchmarkTable,
  presentBenchmark,
} from './queries/index.ts';
import {
  benchmarkQuery,
  benchmarkView,
  peersQuery,
  peersView,
  recordsQuery,
  recordsView,
} from './schema.ts';

export function reportingApi(api: Api): void {
  api.endpoint({
    method: 'get',
    path: '/benchmark',
    tag: 'benchmark',
    summary: 'The benchmark table of one union on a day',
    query: benchmarkQuery,
    response: benchmarkView,
    handler: async ({ cx, query }) =>
      presentBenchmark(
        await benchmarkTable(cx, {
          org: query.org,
          on: query.on,
          structure: query.structure ?? 'then',
        }),
      ),
  });
  api.endpoint({
    method: 'get',
    path: '/benchmark/records',
    tag: 'benchmark',
    summary: "The records behind a union's own figure; their amounts add up to it",
    query: recordsQuery,
    response: recordsView,
    handler: async ({ cx, query, c }) => {
      const question = {
        org: query.org,
        indicator: query.indicator,
        on: query.on,
        structure: query.structure ?? 'then',
      } as const;
      const { items, total } = await benchmarkRecords(cx, question, query.page, query.size);
      return pageOf(c, items, total, query.page, query.size);
    },
  });
  api.endpoint({
    method: 'get',
    path: '/benchmark/peers',
    tag: 'benchmark',
    summary: 'All unions with their value of one indicator, the highest first',
    query: peersQuery,
    response: peersView,
    handler: async ({ cx, query }) => {
      const { items } = await benchmarkPeers(cx, {
        indicator: query.indicator,
        on: query.on ?? cx.clock.today(),
        structure: query.structure ?? 'then',
      });
      return { items, total: items.length, next: null };
    },
  });
}
