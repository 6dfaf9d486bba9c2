import { z } from 'zod';
import { addDays, type Day } from '../../kernel/day.ts';
import type { Cx } from '../../platform/command.ts';
import { execute } from '../../platform/command.ts';
import { NotFound } from '../../platform/errors.ts';
import { optionalDay, version as versionField } from '../../platform/forms/fields.ts';
import { type Api, listOf, valueOf as resultOf } from '../../platform/http/api.ts';
import { permittedRoots } from '../../platform/policy.ts';
import { readIndicators } from './policy.ts';
import {
  definitionsOn,
  type Entry,
  entriesOf,
  entryByPid,
  indicatorId,
  notesOf,
  tableByCode,
  versionsOf,
} from './queries/index.ts';
import { changesOf, type Definition } from './rules.ts';
import {
  entryInput,
  entryView,
  noteInput,
  noteView,
  tableInput,
  type VersionView,
  versionInput,
  versionView,
} from './schema.ts';
import {
  declareValue,
  defineIndicator,
  removeValue,
  requireReadable,
  requireSubject,
  setNote,
  setTable,
} from './service/index.ts';
import { indicatorIssues as words } from './vi.ts';

const tag = 'indicators';
const last = (until: Day | null): Day | null => (until === null ? null : addDays(until, -1));

export function indicatorsApi(api: Api): void {
  definitionDoors(api);
  tableDoors(api);
  noteDoors(api);
  entryDoors(api);
}

/** An indicator's version as REST gives it. */
export function presentVersion(d: Definition): VersionView {
  return {
    pid: d.versionPid,
    code: d.code,
    from: d.from,
    until: last(d.until),
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

const presentEntry = (entry: Entry) => ({
  pid: entry.pid,
  indicator: entry.indicator,
  value: Number(entry.value),
  from: entry.from,
  until: last(entry.until),
  note: entry.note,
  version: entry.version,
});

/** @throws NotFound for one who works in no office */
function requireReader(cx: Cx): void {
  const roots = permittedRoots(cx.actor, readIndicators);
  if (roots !== 'all' && roots.length === 0) throw new NotFound('indicators');
}

const codeParams = z.object({ code: z.string().max(40) });

function definitionDoors(api: Api): void {
  api.endpoint({
    method: 'get',
    path: '/indicators',
    tag,
    summary: 'What every indicator means on a day (today when left out)',
    query: z.object({ on: optionalDay().prefault('') }),
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
    response: z.object({
      code: z.string(),
      version: z.number().int(),
      versions: z.array(versionView),
    }),
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
    response: z.object({ code: z.string() }),
    status: 201,
    words,
    handler: async ({ cx, params, body }) => {
      const input = { ...(body as object), code: params.code };
      resultOf(await execute(cx, defineIndicator, input), words);
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

function tableDoors(api: Api): void {
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
      resultOf(await execute(cx, setTable, { ...(body as object), table: params.code }), words);
      return show(cx, params.code);
    },
  });
}

const datedList = (item: z.ZodType) =>
  z.object({
    items: z.array(item),
    total: z.number().int(),
    next: z.null(),
    version: z.number().int().describe('of the whole list: send it back with a change'),
  });

const aboutQuery = z.object({ org: z.string().max(60), indicator: z.string().max(40) });

function noteDoors(api: Api): void {
  const show = async (cx: Cx, org: string, indicator: string) => {
    const subject = await requireSubject(cx, org, cx.clock.today());
    const found = await indicatorId(cx.db, indicator);
    if (found === null) throw new NotFound('indicator');
    const notes = await notesOf(cx.db, found.id, subject.id);
    const items = notes.map(({ pid, words: text, from, until, version: v }) => {
      return { pid, words: text, from, until: last(until), version: v };
    });
    return { items, total: items.length, next: null, version: changesOf(notes) };
  };
  api.endpoint({
    method: 'get',
    path: '/indicator-notes',
    tag,
    summary: "The remarks beside a union's own figure, oldest first",
    query: aboutQuery,
    response: datedList(noteView),
    handler: ({ cx, query }) => show(cx, query.org, query.indicator),
  });
  api.endpoint({
    method: 'put',
    path: '/indicator-notes',
    tag,
    summary: 'Sets a remark from a day on; empty words take it away',
    body: noteInput,
    response: datedList(noteView),
    words,
    handler: async ({ cx, body }) => {
      const { org, indicator } = resultOf(await execute(cx, setNote, body), words);
      return show(cx, org, indicator);
    },
  });
}

function entryDoors(api: Api): void {
  api.endpoint({
    method: 'get',
    path: '/indicator-entries',
    tag,
    summary: 'The values that a union entered by hand for an indicator, oldest first',
    query: aboutQuery,
    response: datedList(entryView),
    handler: ({ cx, query }) => entryList(cx, query.org, query.indicator),
  });
  api.endpoint({
    method: 'post',
    path: '/indicator-entries',
    tag,
    summary: 'Declares a value that is entered by hand, from a day on',
    body: entryInput,
    response: datedList(entryView),
    status: 201,
    words,
    handler: async ({ cx, body }) => {
      const { org, indicator } = resultOf(await execute(cx, declareValue, body), words);
      return entryList(cx, org, indicator);
    },
  });
  const params = z.object({ pid: z.string().max(16) });
  api.endpoint({
    method: 'get',
    path: '/indicator-entries/{pid}',
    tag,
    summary: 'One value that was entered by hand',
    params,
    response: entryView,
    handler: async ({ cx, params: { pid } }) =>
      presentEntry(await requireReadable(cx, await entryByPid(cx.db, pid))),
  });
  api.endpoint({
    method: 'delete',
    path: '/indicator-entries/{pid}',
    tag,
    summary: 'Takes an entered value away',
    params,
    query: z.object({ version: versionField().prefault('') }),
    status: 204,
    handler: async ({ cx, params: { pid }, query }) => {
      resultOf(await execute(cx, removeValue, { pid, version: query.version }), words);
    },
  });
}

async function entryList(cx: Cx, org: string, indicator: string) {
  const subject = await requireSubject(cx, org, cx.clock.today());
  const found = await indicatorId(cx.db, indicator);
  if (found === null) throw new NotFound('indicator');
  const entries = await entriesOf(cx.db, found.id, subject.id);
  const items = entries.map(presentEntry);
  return { items, total: items.length, next: null, version: changesOf(entries) };
}
