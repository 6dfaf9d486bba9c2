import { z } from 'zod';
import type { Cx } from '../../../platform/command.ts';
import { execute } from '../../../platform/command.ts';
import { NotFound } from '../../../platform/errors.ts';
import { version as versionField } from '../../../platform/forms/fields.ts';
import { type Api, settled } from '../../../platform/http/api.ts';
import { type Entry, entriesOf, entryByPid, indicatorId, notesOf } from '../queries/index.ts';
import { changesOf } from '../rules/index.ts';
import { entryInput, entryView, noteInput, noteView } from '../schema.ts';
import {
  declareValue,
  removeValue,
  requireReadable,
  requireSubject,
  setNote,
} from '../service/index.ts';
import { indicatorIssues as words } from '../vi.ts';
import { lastOf, tag } from './shared.ts';

const presentEntry = (entry: Entry) => ({
  pid: entry.pid,
  indicator: entry.indicator,
  value: Number(entry.value),
  from: entry.from,
  until: lastOf(entry.until),
  note: entry.note,
  version: entry.version,
});

const datedList = (item: z.ZodType) =>
  z.object({
    items: z.array(item),
    total: z.number().int(),
    next: z.null(),
    version: z.number().int().describe('of the whole list: send it back with a change'),
  });

const aboutQuery = z.object({ org: z.string().max(60), indicator: z.string().max(40) });

/** Doors for the remarks beside figures. */
export function noteDoors(api: Api): void {
  const show = async (cx: Cx, org: string, indicator: string) => {
    const subject = await requireSubject(cx, org, cx.clock.today());
    const found = await indicatorId(cx.db, indicator);
    if (found === null) throw new NotFound('indicator');
    const notes = await notesOf(cx.db, found.id, subject.id);
    const items = notes.map(({ pid, words: text, from, until, version: v }) => {
      return { pid, words: text, from, until: lastOf(until), version: v };
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
      const { org, indicator } = settled(await execute(cx, setNote, body), words);
      return show(cx, org, indicator);
    },
  });
}

/** Doors for values entered by hand. */
export function entryDoors(api: Api): void {
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
      const { org, indicator } = settled(await execute(cx, declareValue, body), words);
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
    query: z.object({ version: versionField() }),
    status: 204,
    handler: async ({ cx, params: { pid }, query }) => {
      settled(await execute(cx, removeValue, { pid, version: query.version }), words);
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
