import { sql } from 'kysely';
import { z } from 'zod';
import { issue } from '../../../kernel/issue.ts';
import { type Cx, command } from '../../../platform/command.ts';
import { maybe } from '../../../platform/database/query.ts';
import { NotFound } from '../../../platform/errors.ts';
import { office } from '../../../platform/http/addresses.ts';
import { cancelRun, startRun } from '../../../platform/jobs/index.ts';
import { runById } from '../../../platform/jobs/runs.ts';
import { organisationsById } from '../../organisations/index.ts';
import { rosterFields } from '../../spreadsheets/index.ts';
import { rosterImport } from '../policy.ts';
import { findImport } from '../queries/imports.ts';
import { decisions, type ImportState, type RosterImport } from '../schema.ts';
import { restageRow } from './fixing.ts';

const byPid = z.object({ pid: z.string() });

const done = (
  of: RosterImport,
  result: unknown,
  changes: Record<string, { new: unknown }> = {},
) => ({
  result,
  subject: { type: 'roster_import', id: of.id },
  organisationId: of.organisationId,
  changes,
});

const inState = (of: RosterImport, states: readonly ImportState[]) =>
  states.includes(of.state) ? [] : [issue('', 'roster_state', { state: of.state })];

/** The address of the import's page. */
async function pageOf(cx: Cx, of: RosterImport): Promise<string> {
  const [place] = await organisationsById(cx.db, [of.organisationId], cx.clock.today());
  return office(place?.code ?? '', `hoi-vien/nhap/${of.pid}`);
}

/** A long run of an import, named in the office's list of jobs. Gives the run's public id. */
function starting(name: string, run: string, from: readonly ImportState[], to: ImportState) {
  return command({
    name,
    input: byPid,
    permission: rosterImport,
    load: (cx, { pid }) => findImport(cx, pid),
    at: (of) => [of.organisationId],
    // Of one that was taken back long ago no rows are left: it is read again first.
    check: (of) => {
      const states =
        of.readTo === 0 ? from.filter((state) => to !== 'applying' || state !== 'undone') : from;
      // What is checked stands in rows; anything else is read from the file, as long as it is kept.
      const reads = to === 'checking' && of.state !== 'checked';
      if (reads && of.fileId === null) return [issue('', 'roster_file_gone')];
      return inState(of, states);
    },
    run: async (cx, of) => {
      const started = await startRun(cx, run, of.organisationId, {
        id: of.id,
        // After a decision the rows stand as they were read.
        read: of.state !== 'checked',
        href: await pageOf(cx, of),
      });
      await sql`update roster_import set state = ${to}, run_id = ${started.id}, version = version + 1
        where id = ${of.id}`.execute(cx.db);
      return { ...done(of, null), result: { run: started.pid } };
    },
  });
}

/** Reads the file and finds out what it would write; after a decision only the second. */
export const startCheck = starting(
  'roster.check',
  'rosters.check',
  ['mapped', 'checked', 'failed', 'cancelled', 'undone'],
  'checking',
);
export const startApply = starting(
  'roster.apply',
  'rosters.apply',
  ['checked', 'undone'],
  'applying',
);
export const startUndo = starting('roster.take_back', 'rosters.undo', ['applied'], 'undoing');

/** Stops an import that is not yet applied; nothing of it stands in the registry. */
export const cancelImport = command({
  name: 'roster.cancel',
  input: byPid,
  permission: rosterImport,
  load: (cx, { pid }) => findImport(cx, pid),
  at: (of) => [of.organisationId],
  check: (of) =>
    inState(of, ['opened', 'mapped', 'checking', 'checked', 'applying', 'failed', 'cancelled']),
  run: async (cx, of) => {
    if (of.runId !== null) await cancelRun(cx, of.runId);
    // A run that works ends at its next look and notes that itself; one that waited never starts.
    const run = of.runId === null ? null : await runById(cx.db, of.runId);
    if (!['checking', 'applying'].includes(of.state) || run?.state !== 'running')
      await sql`update roster_import set state = 'cancelled', version = version + 1
        where id = ${of.id}`.execute(cx.db);
    return { ...done(of, null), result: null };
  },
});

const pairInput = byPid.extend({
  decision: z.enum(decisions),
  /** One pair: the row, and the person or the other row. */
  line: z.coerce.number().int().optional(),
  person: z.string().optional(),
  otherLine: z.coerce.number().int().optional(),
  /** Or all pairs with this evidence. */
  pattern: z.string().max(400).optional(),
});

/** Says of one pair, or of all pairs with the same evidence, whether they are the same human. */
export const decidePairs = command({
  name: 'roster.decide',
  input: pairInput,
  permission: rosterImport,
  load: (cx, { pid }) => findImport(cx, pid),
  at: (of) => [of.organisationId],
  check: (of) => inState(of, ['checked']),
  run: async (cx, of, input) => {
    if (input.pattern !== undefined) {
      const rules = { ...of.options.rules, [input.pattern]: input.decision };
      await sql`update roster_import set options = options || ${JSON.stringify({ rules })}::jsonb,
        version = version + 1 where id = ${of.id}`.execute(cx.db);
    } else await decideOne(cx, of, input);
    const about = input.pattern ?? input.line;
    return {
      ...done(of, null, { decision: { new: { about, decision: input.decision } } }),
      result: null,
    };
  },
});

async function decideOne(
  cx: Cx,
  of: RosterImport,
  input: z.output<typeof pairInput>,
): Promise<void> {
  const pair = await maybe(
    cx.db,
    sql<{ line: number; person_id: string | null; other_line: number | null }>`update roster_pair p
      set decision = ${input.decision}
      where p.import_id = ${of.id} and not p.hidden and p.line = ${input.line ?? 0}
        and (p.person_id = (select id from person where pid = ${input.person ?? ''})
          or p.other_line = ${input.otherLine ?? 0})
      returning p.line, p.person_id, p.other_line`,
  );
  if (pair === null) throw new NotFound('pair');
  await choose(
    cx,
    of,
    pair.line,
    { person: pair.person_id, other: pair.other_line },
    input.decision,
  );
}

async function choose(
  cx: Cx,
  of: RosterImport,
  line: number,
  about: { readonly person: string | null; readonly other: number | null },
  decision: string | null,
): Promise<void> {
  await sql`delete from roster_choice where import_id = ${of.id} and line = ${line} and cells is null
    and person_id is not distinct from ${about.person}::uuid
    and other_line is not distinct from ${about.other}::integer`.execute(cx.db);
  if (decision !== null)
    await sql`insert into roster_choice (import_id, line, person_id, other_line, decision)
      values (${of.id}, ${line}, ${about.person}, ${about.other}, ${decision})`.execute(cx.db);
}

const fixInput = byPid.extend({
  line: z.coerce.number().int(),
  /** Leaves the row out, or takes it in again. */
  skip: z.coerce.boolean().optional(),
  /** What is to stand in place of the cells, in Unicode: {birthDate: '1925'}. */
  cells: z.partialRecord(z.enum(rosterFields), z.string().max(2000)).optional(),
});

/** Corrects one row of a file that was looked at, or leaves it out. */
export const fixRow = command({
  name: 'roster.fix',
  input: fixInput,
  permission: rosterImport,
  load: (cx, { pid }) => findImport(cx, pid),
  at: (of) => [of.organisationId],
  check: (of) => inState(of, ['checked']),
  run: async (cx, of, { line, skip, cells }) => {
    const nobody = { person: null, other: null };
    if (skip !== undefined) await choose(cx, of, line, nobody, skip ? 'skip' : null);
    if (cells !== undefined) await restageRow(cx, of, line, cells);
    return {
      ...done(of, null, { row: { new: { line, skip, fields: Object.keys(cells ?? {}) } } }),
      result: null,
    };
  },
});
