import { yearOf } from '../../../kernel/day.ts';
import type { WebContext } from '../../../platform/http/env.ts';
import { definitionsOn, tableByCode } from '../../indicators/index.ts';
import { benchmarkCode, placeName } from '../../reporting/index.ts';
import { type PivotState, pivotAddress } from '../pages/address.ts';
import { ChooseForm } from '../pages/choose.tsx';
import type { Preset } from '../pages/pivot-filters.tsx';
import { choices } from '../queries/index.ts';
import { plainQuestion } from '../rules/index.ts';
import { pivotWords as words } from '../vi/index.ts';
import { pivotCrumbs } from './shared.tsx';
import { pivotState, untilOptions } from './state.ts';

export async function choosePage(c: WebContext): Promise<Response> {
  const { cx, place, shell } = c.var;
  const state = pivotState(c);
  const today = cx.clock.today();
  const all = await choices(cx.db, place.organisationId, today);
  const option = ({ code, shortName }: { code: string; shortName: string }) => ({
    value: code,
    label: placeName(shortName),
  });
  const year = yearOf(today);
  return shell.office(c, {
    title: words.form.title,
    lead: words.form.lead,
    crumbs: pivotCrumbs(
      c,
      { label: words.title, href: pivotAddress(state) },
      { label: words.form.title },
    ),
    body: (
      <ChooseForm
        state={state}
        peers={all.filter((one) => one.group === 'peers').map(option)}
        below={all.filter((one) => one.group === 'below').map(option)}
        indicators={await indicatorChoices(c)}
        untils={untilOptions(today, state.kind, state.until)}
        years={Array.from({ length: year - 2009 }, (_, at) => String(year - at)).map((one) => ({
          value: one,
          label: one,
        }))}
      />
    ),
  });
}

interface IndicatorChoices {
  readonly heading: string;
  readonly options: { value: string; label: string }[];
  readonly others: boolean;
}

/** All indicators of today under the headings of the benchmark table, the others last. */
export async function indicatorChoices(c: WebContext) {
  const { cx } = c.var;
  const definitions = await definitionsOn(cx.db, cx.clock.today());
  const table = await tableByCode(cx.db, benchmarkCode);
  const found: IndicatorChoices[] = [];
  const left = new Map(definitions);
  for (const line of table?.lines ?? []) {
    if (line.heading !== null && line.level === 1) {
      found.push({ heading: `${line.number}. ${line.heading}`, options: [], others: false });
    }
    const definition = definitions.get(line.indicator ?? '');
    if (definition === undefined) continue;
    left.delete(definition.code);
    if (found.length === 0)
      found.push({ heading: words.form.indicators, options: [], others: false });
    found.at(-1)?.options.push({ value: definition.code, label: definition.label });
  }
  // Many have the same label, of the half year and of the year: the code tells them apart.
  const others = [...left.values()].map(({ code, label }) => ({
    value: code,
    label: `${label} (${code})`,
  }));
  if (others.length > 0)
    found.push({ heading: words.form.otherIndicators, options: others, others: true });
  return found.filter(({ options }) => options.length > 0);
}

/** Ready-made questions for the place: of its years, of the unions, of what stands below it. */
export function presets(c: WebContext): Preset[] {
  const { place, cx } = c.var;
  const base: PivotState = { ...plainQuestion, place: place.code, table: null };
  const national = place.kind === 'national_union';
  const year = yearOf(cx.clock.today());
  const preset = (
    name: keyof typeof words.presets,
    change: Partial<PivotState>,
    end = '',
  ): Preset => {
    const [title, about] = words.presets[name];
    return { title, about, href: pivotAddress(base, change, end) };
  };
  const layout = 'organisation-period';
  return [
    preset('years', {}),
    preset('unions', { group: 'peers', layout }),
    preset(national ? 'belowNational' : 'below', { group: 'below', layout }),
    preset('twoYears', { periods: [String(year - 1), String(year)], extra: 'difference' }),
    preset('map', {}, '/ban-do'),
    preset(
      'twoUnions',
      {
        group: 'chosen',
        organisations: [place.code],
        count: 1,
        layout: 'indicator-organisation',
        extra: 'difference',
      },
      '/chon',
    ),
  ];
}
