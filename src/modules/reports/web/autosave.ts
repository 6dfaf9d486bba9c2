import type { Hono } from 'hono';
import { wordsOf } from '../../../platform/forms/words.ts';
import { formOf } from '../../../platform/http/body.ts';
import type { Env, WebContext } from '../../../platform/http/env.ts';
import type { FormAnswer, PlaceAnswer, ReportForm } from '../schema/index.ts';
import { words } from '../vi/pages.ts';
import { figureText } from '../vi/sheets.ts';
import { freshOf } from './beside.tsx';
import { base, formOfAddress, issueWords, whenText } from './shared.ts';
import { markSent, saveTyped, typedPlaces } from './typed.ts';

/** What the script of the form asks for: one place saved, and what others wrote. */
export function autosaveDoors(app: Hono<Env>): void {
  app.post(`${base}/o`, savePlace);
  app.get(`${base}/lan-ghi`, watched);
}

async function savePlace(c: WebContext): Promise<Response> {
  const form = await formOfAddress(c);
  const { values } = await formOf(c);
  const key = values.place ?? '';
  const outcome = await saveTyped(c.var.cx, form.obligation.pid, typedPlaces(form, values));
  if (outcome === null) return c.json({ said: words.autosaveSame, tone: 'ok' });
  if (!outcome.ok) {
    const said = outcome.issues.map((one) => wordsOf(one, issueWords)).join(' ');
    return c.json({ said, tone: 'warn' });
  }
  const now = await formOfAddress(c);
  return c.json({
    ...told(now, values, key, outcome.value, c.var.cx.clock.now()),
    version: String(now.obligation.version),
    fresh: await freshOf(c, now),
  });
}

function told(
  form: ReportForm,
  values: Readonly<Record<string, string>>,
  key: string,
  answer: FormAnswer,
  at: Date,
) {
  const place = answer.places.find((one) => one.place === key);
  if (place === undefined) return { said: words.autosaveSame, tone: 'ok' };
  // What was typed is what stands now, or is kept as a rival: either way it is not to be sent again.
  const was = markSent(values, key);
  const fields = { [`version:${key}`]: String(place.version), [`was:${key}`]: was };
  if (place.outcome === 'conflict') return { fields, said: conflict(form, place), tone: 'warn' };
  if (place.rivals > 0) return { fields, said: words.autosaveRival, tone: 'warn' };
  const said = words.autosaved(whenText(at.toISOString()));
  return isUnexplained(form, key)
    ? { fields, said: `${said}. ${words.autosaveExplain}`, open: true, tone: 'ok' }
    : { fields, said, tone: 'ok' };
}

const isUnexplained = (form: ReportForm, key: string): boolean =>
  form.blocking.some((one) => one.code === 'reason_required' && one.data?.place === key);

function conflict(form: ReportForm, { place, stands }: PlaceAnswer): string {
  const by = stands?.by ?? words.someone;
  const row = form.sections
    .flatMap(({ cells }) => cells)
    .find((cell) => cell.row.key === place)?.row;
  return row === undefined
    ? words.autosaveConflictWords(by)
    : words.autosaveConflict(by, figureText(stands?.declared ?? null, row));
}

/** The version of each place that was written, how many others typed there, and who wrote it. */
async function watched(c: WebContext): Promise<Response> {
  const form = await formOfAddress(c);
  const said: Record<string, { version: number; rivals: number; said: string }> = {};
  for (const { section, narrative, cells } of form.sections) {
    for (const one of [
      ...cells.map((cell) => ({ ...cell, key: cell.row.key })),
      ...(narrative === null ? [] : [{ ...narrative, key: section.key }]),
    ]) {
      if (one.updatedBy === null || one.updatedAt === null) continue;
      said[one.key] = {
        version: one.version,
        rivals: one.rivals.length,
        said:
          one.rivals.length > 0
            ? words.autosaveRival
            : words.watched(one.updatedBy, whenText(one.updatedAt)),
      };
    }
  }
  return c.json(said);
}
