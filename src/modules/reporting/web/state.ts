import type { Day } from '../../../kernel/day.ts';
import { formatDate, parseVietnameseDate } from '../../../kernel/vietnamese/dates.ts';
import { NotFound } from '../../../platform/errors.ts';
import { commonIssues } from '../../../platform/forms/vi.ts';
import { office } from '../../../platform/http/addresses.ts';
import type { WebContext } from '../../../platform/http/env.ts';
import type { BenchmarkState } from '../pages/address.ts';
import { type BenchmarkTable, benchmarkTable, unionFor } from '../queries/index.ts';
import { chosenDay } from '../rules.ts';
import { vi } from '../vi.ts';

export interface Reading {
  readonly state: BenchmarkState;
  /** The day as it was typed, and what is wrong with it. */
  readonly typed: string;
  readonly error: string | undefined;
}

/** What the address asks for; a day that cannot be read stays as typed, and today is shown. */
export async function readState(c: WebContext): Promise<Reading | null> {
  const { cx, place } = c.var;
  const today = cx.clock.today();
  const typed = (c.req.query('ngay') ?? '').trim();
  const parsed = typed === '' ? null : parseVietnameseDate(typed);
  const bad = parsed !== null && !('ok' in parsed) ? parsed : null;
  const on = chosenDay(
    parsed !== null && 'ok' in parsed ? parsed.ok : null,
    yearIn(c.req.query('nam')),
    yearIn(c.req.query('nam-truoc')),
    today,
  );
  const org = c.req.query('don-vi') || (await ownUnion(c, on));
  if (org === null) return null;
  return {
    state: {
      place: place.code,
      org,
      on,
      structure: c.req.query('co-cau') === 'hien-nay' ? 'today' : 'then',
      indicator: c.req.query('chi-tieu') || null,
      view: c.req.query('xem') === 'don-vi' ? 'peers' : 'records',
    },
    typed: bad === null ? formatDate(on) : typed,
    error: bad === null ? undefined : commonIssues[bad.error]?.({ ...bad.data, typed }),
  };
}

async function ownUnion(c: WebContext, on: Day): Promise<string | null> {
  const { cx, place } = c.var;
  if (place.kind === 'provincial_union') return place.code;
  return (await unionFor(cx, place.organisationId, on))?.code ?? null;
}

function yearIn(text: string | undefined): number | null {
  return text !== undefined && /^\d{4}$/.test(text) && Number(text) > 0 ? Number(text) : null;
}

/** The table that the address asks for. */
export async function tableOf(c: WebContext): Promise<BenchmarkTable> {
  const reading = await readState(c);
  if (reading === null) throw new NotFound('benchmark');
  return benchmarkTable(c.var.cx, questionOf(reading.state));
}

export const questionOf = ({ org, on, structure }: BenchmarkState) => ({ org, on, structure });

/** The state of an address that is about one indicator. @throws NotFound without one */
export async function indicatorState(
  c: WebContext,
): Promise<BenchmarkState & { readonly indicator: string }> {
  const state = (await readState(c))?.state;
  if (state === undefined || state.indicator === null) throw new NotFound('benchmark');
  return { ...state, indicator: state.indicator };
}

export const reports = (c: WebContext) => ({
  label: vi.reports,
  href: office(c.var.place.code, 'bao-cao'),
});
