import type { Day } from '../../../kernel/day.ts';
import { parseVietnameseDate } from '../../../kernel/vietnamese/dates.ts';
import type { WebContext } from '../../../platform/http/env.ts';
import { may } from '../../../platform/policy.ts';
import { allSources } from '../indicators.ts';
import type { Trial } from '../pages/trial.tsx';
import { definitionsOn, figureRecords, recordPermissions, unionFigures } from '../queries/index.ts';
import { type Definition, type Meaning, nationalFigure, rankAmong } from '../rules/index.ts';
import { sentenceOf } from '../vi.ts';
import type { Draft } from './draft.ts';

const TRIAL_RECORDS = 8;

/** What a draft would count: the figure of one union with its records, and those of all unions. */
export async function trialOf(
  c: WebContext,
  draft: Draft,
  meaning: Meaning,
  code: string | null,
): Promise<Trial> {
  const { cx, place } = c.var;
  const { values } = draft;
  const { on, bad } = dayOf(values.try_day, cx.clock.today());
  const definition = definitionOf(meaning, code ?? values.code?.trim() ?? '');
  const definitions = new Map(await definitionsOn(cx.db, on)).set(definition.code, definition);
  const question = { definition, definitions, on, structureDay: on, own: place.organisationId };
  const asked = { ...question, wanted: [definition] };
  const unions = await unionFigures(cx.db, allSources, asked);
  const figures = unions.map(({ id, code: union, shortName, peer, values: known }) => ({
    id,
    code: union,
    name: shortName,
    peer,
    value: known.get(definition.code) ?? null,
  }));
  const peers = figures.filter(({ peer }) => peer);
  const own = figures.find((one) => one.id === place.organisationId);
  const chosen =
    figures.find((one) => one.code === values.try_union) ??
    (own?.peer === true ? own : peers.find(({ value }) => Number(value) > 0)) ??
    peers[0] ??
    own;
  const labels = new Map([...definitions.values()].map((one) => [one.code, one.label]));
  const all = peers.map(({ value }) => value);
  return {
    on,
    dayBad: bad,
    sentence: sentenceOf(meaning, draft.offer, labels),
    unit: meaning.unit,
    decimals: meaning.decimals,
    unions: figures.map((one) => ({ ...one, rank: one.peer ? rankAmong(one.value, all) : null })),
    national: nationalFigure(meaning.national, all),
    nationalKind: meaning.national,
    chosen: chosen?.code ?? '',
    records: chosen === undefined ? null : await recordsOf(c, { ...question, own: chosen.id }),
  };
}

type Question = Parameters<typeof figureRecords>[2];

async function recordsOf(c: WebContext, question: Question): Promise<Trial['records']> {
  const { cx } = c.var;
  for (const wanted of recordPermissions(allSources, question)) {
    if (!(await may(cx, wanted, question.own))) return null;
  }
  return figureRecords(cx.db, allSources, question, 1, TRIAL_RECORDS);
}

function dayOf(typed: string | undefined, today: Day): { on: Day; bad: boolean } {
  if (typed === undefined || typed.trim() === '') return { on: today, bad: false };
  const parsed = parseVietnameseDate(typed);
  return 'ok' in parsed ? { on: parsed.ok, bad: false } : { on: today, bad: true };
}

// Nothing of it is stored: only the engine asks for the places of a definition.
const definitionOf = (meaning: Meaning, code: string): Definition => ({
  ...meaning,
  indicatorId: '',
  code: code === '' ? '0' : code,
  versionId: '',
  versionPid: '',
  from: null,
  until: null,
  sample: false,
  version: 0,
});
