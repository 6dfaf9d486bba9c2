import { z } from 'zod';
import { joinName } from '../../../kernel/vietnamese/names.ts';
import { execute } from '../../../platform/command.ts';
import { type Api, listOf, pageOf, pageQuery, settled } from '../../../platform/http/api.ts';
import { byPid } from '../../../platform/records/endpoints.ts';
import { findImport } from '../queries/imports.ts';
import {
  type Alike,
  rowCounts,
  spokenRows,
  waitingPairs,
  waitingPatterns,
} from '../queries/looking.ts';
import { decidePairs, fixRow } from '../service/index.ts';
import { importWords, rowText, rowWords } from '../service/words.ts';

const tag = 'roster-imports';
const path = '/roster-imports/{pid}';
const words = { ...importWords, ...rowWords };

const rowShape = z.object({
  line: z.number().int(),
  sheet: z.number().int(),
  row: z.number().int(),
  state: z.string(),
  full_name: z.string(),
  issues: z.array(
    z.object({ field: z.string(), cell: z.string(), code: z.string(), message: z.string() }),
  ),
});

const sideShape = z.object({
  full_name: z.string(),
  birth_date: z.string().nullable(),
  phones: z.array(z.string()),
  email: z.string().nullable(),
  branch: z.string().nullable(),
});

const pairShape = z.object({
  line: z.number().int(),
  person: z.string().nullable(),
  other_line: z.number().int().nullable(),
  score: z.number().int(),
  pattern: z.string(),
  evidence: z.array(z.object({ code: z.string(), points: z.number().int() })),
  row: sideShape,
  other: sideShape,
});

const side = (one: Alike) => ({
  full_name: joinName(one),
  birth_date: one.birthDate,
  phones: one.phones,
  email: one.email,
  branch: one.branch,
});

/** REST doors by which an import is looked at before it is applied. */
export function lookingDoors(api: Api): void {
  rowDoors(api);
  pairDoors(api);
}

function rowDoors(api: Api): void {
  api.endpoint({
    method: 'get',
    path: `${path}/rows`,
    tag,
    summary: 'Rows that cannot be taken, and those that should be looked at, with what is wrong',
    params: byPid,
    query: z.object({ ...pageQuery, state: z.enum(['rejected', 'review']).optional() }),
    response: listOf(rowShape),
    handler: async ({ cx, c, params, query: { page, size, state } }) => {
      const { id } = await findImport(cx, params.pid);
      const states: ('rejected' | 'review')[] =
        state === undefined ? ['rejected', 'review'] : [state];
      const counts = await rowCounts(cx.db, id);
      const rows = await spokenRows(cx.db, id, states, { page, size });
      const total = states.reduce((sum, each) => sum + counts[each], 0);
      const items = rows.map((row) => ({
        line: row.line,
        sheet: row.sheet,
        row: row.rowNumber,
        state: row.state,
        full_name: joinName(row),
        issues: row.issues.map((one) => ({
          field: one.path,
          cell: String(one.data?.cell ?? ''),
          code: one.code,
          message: rowText(one),
        })),
      }));
      return pageOf(c, items, total, page, size);
    },
  });
  api.endpoint({
    method: 'patch',
    path: `${path}/rows/{line}`,
    tag,
    summary: 'Correct cells of one row ({"birthDate": "1925"}), or leave it out',
    params: byPid.extend({ line: z.coerce.number().int() }),
    body: z.object({
      skip: z.boolean().optional(),
      cells: z.record(z.string(), z.string()).optional(),
    }),
    status: 204,
    words,
    handler: async ({ cx, params, body }) => {
      settled(await execute(cx, fixRow, { ...body, ...params }), words);
    },
  });
}

function pairDoors(api: Api): void {
  api.endpoint({
    method: 'get',
    path: `${path}/pairs`,
    tag,
    summary: 'Rows that may be somebody who is known, or another row; the strongest evidence first',
    params: byPid,
    query: z.object({ size: pageQuery.size }),
    response: listOf(pairShape),
    handler: async ({ cx, params, query }) => {
      const { id } = await findImport(cx, params.pid);
      const pairs = await waitingPairs(cx, id, query.size);
      const patterns = await waitingPatterns(cx, id);
      const items = pairs.map((pair) => ({
        line: pair.line,
        person: pair.person,
        other_line: pair.otherLine,
        score: pair.score,
        pattern: pair.pattern,
        evidence: pair.evidence,
        row: side(pair.row),
        other: side(pair.other),
      }));
      return { items, total: patterns.reduce((sum, one) => sum + one.pairs, 0), next: null };
    },
  });
  api.endpoint({
    method: 'post',
    path: `${path}/decisions`,
    tag,
    summary:
      'Say whether a pair (line and person, or line and other_line), or all pairs of a pattern, are one human',
    params: byPid,
    body: z.object({
      decision: z.enum(['same', 'different', 'later']),
      line: z.number().int().optional(),
      person: z.string().optional(),
      other_line: z.number().int().optional(),
      pattern: z.string().optional(),
    }),
    status: 204,
    words,
    handler: async ({ cx, params, body }) => {
      const { other_line: otherLine, ...rest } = body;
      settled(await execute(cx, decidePairs, { ...rest, otherLine, ...params }), words);
    },
  });
}
