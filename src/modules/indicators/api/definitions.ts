import { z } from 'zod';
import type { Cx } from '../../../platform/command.ts';
import { execute } from '../../../platform/command.ts';
import { NotFound } from '../../../platform/errors.ts';
import { optionalDay } from '../../../platform/forms/fields.ts';
import { type Api, listOf, settled } from '../../../platform/http/api.ts';
import { permittedRoots } from '../../../platform/policy.ts';
import { readIndicators } from '../policy.ts';
import { definitionsOn, tableByCode, versionsOf } from '../queries/index.ts';
import { changesOf, type Definition } from '../rules/index.ts';
import { tableInput, type VersionView, versionInput, versionView } from '../schema.ts';
import { defineIndicator, setTable } from '../service/index.ts';
import { indicatorIssues as words } from '../vi.ts';
import { lastOf, tag } from './shared.ts';

/** An indicator's version as REST gives it. */
export function presentVersion(d: Definition): VersionView {
  return {
    pid: d.versionPid,
    code: d.code,
    from: d.from,
    until: lastOf(d.until),
    label: d.label,
    unit: d.unit,
    decimals: d.decimals,
    source: d.source,
    filter: Object.fromEntries(Object.entries(d.filter).map(([key, list]) => [key, [...list]])),
    measure: d.measure,
    argument: d.argument,
    divisor: d.divisor,
    numerator: d.numerator,
    denominator: d.denominator,
    scope: d.scope,
    window: d.window,
    national: d.national,
    legal_basis: d.legalBasis,
    sample: d.sample,
  };
}

/** @throws NotFound for one who works in no office */
function requireReader(cx: Cx): void {
  const roots = permittedRoots(cx.actor, readIndicators);
  if (roots !== 'all' && roots.length === 0) throw new NotFound('indicators');
}

const codeParams = z.object({ code: z.string().max(40) });

const indicatorView = z.object({
  code: z.string(),
  version: z.number().int(),
  versions: z.array(versionView),
});

/** Doors for what indicators mean. */
export function definitionDoors(api: Api): void {
  api.endpoint({
    method: 'get',
    path: '/indicators',
    tag,
    summary: 'What every indicator means on a day (today when left out)',
    query: z.object({ on: optionalDay() }),
    response: listOf(versionView),
    handler: async ({ cx, query }) => {
      requireReader(cx);
      const found = await definitionsOn(cx.db, query.on ?? cx.clock.today());
      const items = [...found.values()].map(presentVersion);
      return { items, total: items.length, next: null };
    },
  });
  api.endpoint({
    method: 'get',
    path: '/indicators/{code}',
    tag,
    summary: 'All versions of one indicator, the latest first, and how often it was changed',
    params: codeParams,
    response: indicatorView,
    handler: async ({ cx, params }) => {
      requireReader(cx);
      return indicatorOf(cx, params.code);
    },
  });
  api.endpoint({
    method: 'post',
    path: '/indicators/{code}/versions',
    tag,
    summary: 'Says what an indicator means from a day on; makes the indicator when it is new',
    params: codeParams,
    body: versionInput.omit({ code: true }),
    response: indicatorView,
    status: 201,
    words,
    handler: async ({ cx, params, body }) => {
      const input = { ...(body as object), code: params.code };
      settled(await execute(cx, defineIndicator, input), words);
      return indicatorOf(cx, params.code);
    },
  });
}

async function indicatorOf(cx: Cx, code: string) {
  const versions = await versionsOf(cx.db, code);
  if (versions.length === 0) throw new NotFound('indicator');
  const version = changesOf(versions);
  return { code, version, versions: versions.map(presentVersion) };
}

const tableView = z.object({
  code: z.string(),
  name: z.string(),
  legal_basis: z.string().nullable(),
  sample: z.boolean(),
  version: z.number().int(),
  rows: z.array(
    z.object({
      number: z.string(),
      level: z.number().int(),
      heading: z.string().nullable(),
      indicator: z.string().nullable(),
    }),
  ),
});

/** Doors for the rows of tables. */
export function tableDoors(api: Api): void {
  const show = async (cx: Cx, code: string) => {
    const table = await tableByCode(cx.db, code);
    if (table === null) throw new NotFound('indicator_table');
    const { name, legalBasis, sample, version, lines } = table;
    return { code, name, legal_basis: legalBasis, sample, version, rows: lines };
  };
  api.endpoint({
    method: 'get',
    path: '/indicator-tables/{code}',
    tag,
    summary: 'The rows of a table',
    params: codeParams,
    response: tableView,
    handler: async ({ cx, params }) => {
      requireReader(cx);
      return show(cx, params.code);
    },
  });
  api.endpoint({
    method: 'put',
    path: '/indicator-tables/{code}',
    tag,
    summary: 'Sets the name and all rows of a table',
    params: codeParams,
    body: tableInput.omit({ table: true }),
    response: tableView,
    words,
    handler: async ({ cx, params, body }) => {
      settled(await execute(cx, setTable, { ...(body as object), table: params.code }), words);
      return show(cx, params.code);
    },
  });
}
