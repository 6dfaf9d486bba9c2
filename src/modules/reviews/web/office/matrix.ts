import type { Hono } from 'hono';
import type { Env, WebContext } from '../../../../platform/http/env.ts';
import { sendWorkbook } from '../../../../platform/records/workbook.ts';
import { tasksOfPhase, versionsOfSheets } from '../../queries/index.ts';
import type { ProvenVersion, Task } from '../../schema/index.ts';
import { partySight } from '../../service/index.ts';
import { matrixSheet } from '../../sheets/index.ts';
import { officeWords as words } from '../../vi/index.ts';
import { base, moment, neededPhase } from './shared.ts';

/** The sheets of a phase as a workbook. */
export function matrixDoors(app: Hono<Env>): void {
  app.get(`${base}.xlsx`, matrix);
}

async function matrix(c: WebContext): Promise<Response> {
  const { cx } = c.var;
  const { edition, phase, rubric } = await neededPhase(c);
  const council = c.req.query('hoi-dong') ?? null;
  const tasks = await tasksOfPhase(cx, { editionId: edition.id, phase: phase.key, council });
  const seen = partySight(cx, edition, phase, 'secretariat').others;
  const today = cx.clock.today();
  const bytes = await matrixSheet({
    title: `${words.sheets.matrix}: ${phase.name}, ${edition.content.name}`,
    today,
    rubric,
    tasks,
    holding: seen ? await holdingOf(c, tasks) : null,
    fieldName: (code) => edition.content.fields.find((one) => one.code === code)?.name ?? code,
    moment,
  });
  return sendWorkbook(c, bytes, words.sheets.file(edition.code, phase.key, today));
}

async function holdingOf(
  c: WebContext,
  tasks: readonly Task[],
): Promise<ReadonlyMap<string, ProvenVersion>> {
  const ids = tasks.map(({ id }) => id);
  const versions = await versionsOfSheets(c.var.cx.db, ids);
  return new Map(
    tasks.flatMap(({ id, signed }) => {
      const holds = versions.get(id)?.find(({ number }) => number === signed);
      return holds === undefined ? [] : [[id, holds] as const];
    }),
  );
}
