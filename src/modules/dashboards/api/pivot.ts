import { issue } from '../../../kernel/issue.ts';
import { NotFound } from '../../../platform/errors.ts';
import { api as restAddress } from '../../../platform/http/addresses.ts';
import type { Api } from '../../../platform/http/api.ts';
import { Invalid } from '../../../platform/http/problems.ts';
import { findOrganisation } from '../../organisations/index.ts';
import { type Pivot, pivotOf } from '../queries/index.ts';
import { type PivotView, pivotQuery, pivotView } from '../schema.ts';
import { dashboardIssues, pivotWords } from '../vi/index.ts';

/** REST door of the pivot. */
export function pivotEndpoints(api: Api): void {
  api.endpoint({
    method: 'get',
    path: '/pivot',
    tag: 'dashboards',
    summary: 'Figures of organisations × indicators × periods',
    query: pivotQuery,
    response: pivotView,
    words: dashboardIssues,
    handler: async ({ cx, query }) => {
      const { org, until, ...question } = query;
      const place = await findOrganisation(cx.db, org, cx.clock.today());
      if (place === null) throw new NotFound('organisation');
      const asked = { ...question, until: until ?? null };
      const pivot = await pivotOf(cx, asked, { organisationId: place.id });
      if (pivot.tooMany !== null) {
        const { what, count, most } = pivot.tooMany;
        throw new Invalid([issue('', `too_many_${what}`, { count, most })], limitWords);
      }
      return presentPivot(pivot);
    },
  });
}

const limitWords = Object.fromEntries(
  (['figures', 'organisations', 'indicators'] as const).map((what) => [
    `too_many_${what}`,
    (data: Readonly<Record<string, unknown>>) =>
      pivotWords.tooMany[what](Number(data.count), Number(data.most)),
  ]),
);

/** A pivot as REST gives it: one entry for each figure. */
export function presentPivot(pivot: Pivot, open = false): PivotView {
  const { structure } = pivot.question;
  return {
    structure,
    organisations: pivot.organisations.map(({ code, name }) => ({ code, name })),
    indicators: pivot.indicators.map(({ definition, group }) => {
      const { code, label, unit } = definition;
      return { code, label, unit, group };
    }),
    periods: pivot.periods.map(({ period, on, running }) => ({ code: period.code, on, running })),
    values: pivot.organisations.flatMap((organisation) =>
      pivot.indicators.flatMap(({ definition }) =>
        pivot.periods.map(({ period, on }) => {
          const place = {
            organisation: organisation.code,
            indicator: definition.code,
            period: period.code,
          };
          const records = { org: place.organisation, indicator: place.indicator, on, structure };
          return {
            ...place,
            value: pivot.valueAt(place),
            records: open || !organisation.opens ? null : restAddress('benchmark/records', records),
          };
        }),
      ),
    ),
    missing: [...pivot.missing],
  };
}
