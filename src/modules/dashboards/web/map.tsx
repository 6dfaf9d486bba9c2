import type { Hono } from 'hono';
import { NotFound } from '../../../platform/errors.ts';
import { office } from '../../../platform/http/addresses.ts';
import type { Env, WebContext } from '../../../platform/http/env.ts';
import { Alert, FilterBar, Section, Select, TileMap } from '../../../ui/index.ts';
import { reportTabs, structureWord } from '../../reporting/index.ts';
import { kindWords, type PivotState, pivotAddress } from '../pages/address.ts';
import { MapPicture, MapTable } from '../pages/map.tsx';
import { type Pivot, pivotOf } from '../queries/index.ts';
import { type MapKind, mapKinds, periodKinds } from '../rules/index.ts';
import {
  kindNames,
  periodHead,
  pivotWords,
  structureNames,
  mapWords as words,
} from '../vi/index.ts';
import { accentOf } from './charts.tsx';
import { indicatorChoices } from './choosing.tsx';
import { type MapView, mapView } from './map-view.ts';
import { mapHrefIn } from './shared.tsx';
import { pivotState, untilOptions } from './state.ts';

/** A map of one indicator in one period; its state is that of a pivot. */
export function mapDoors(app: Hono<Env>): void {
  app.get('/bao-cao/tong-hop/ban-do', mapPage);
  app.get('/bao-cao/tong-hop/ban-do.svg', async (c) => {
    const { view } = await mapOf(c, await indicatorChoices(c));
    if (view === null) throw new NotFound('map');
    const squares = view.squares.map(({ href: _, ...square }) => square);
    const svg = String(<TileMap tiles={squares} alt={view.alt} accent={accentOf(c)} id="m" />);
    return c.body(svg, 200, { 'content-type': 'image/svg+xml; charset=utf-8' });
  });
}

interface Asked {
  readonly state: PivotState;
  readonly kind: MapKind | null;
  readonly pivot: Pivot;
  readonly view: MapView | null;
}

type Choices = Awaited<ReturnType<typeof indicatorChoices>>;

async function mapOf(c: WebContext, choices: Choices): Promise<Asked> {
  const { cx, place } = c.var;
  const asked = pivotState(c);
  const first = choices[0]?.options[0]?.value;
  const indicators = asked.indicators.slice(0, 1);
  const state: PivotState = {
    ...asked,
    group: 'peers',
    organisations: [],
    count: 1,
    periods: [],
    layout: 'organisation-period',
    extra: 'none',
    table: null,
    indicators: indicators.length > 0 || first === undefined ? indicators : [first],
  };
  const pivot = await pivotOf(cx, state, place);
  const typed = c.req.query('ban-do');
  const kind = mapKinds.find((one) => one === typed) ?? null;
  return {
    state,
    kind,
    pivot,
    view: mapView(pivot, kind, cx.clock.today(), mapHrefIn(place.code)),
  };
}

const mapAddress = (state: PivotState, kind: MapKind | null, end = ''): string => {
  const address = pivotAddress(state, {}, `/ban-do${end}`);
  return kind === null ? address : `${address}&ban-do=${kind}`;
};

async function mapPage(c: WebContext): Promise<Response> {
  const { place, shell } = c.var;
  const choices = await indicatorChoices(c);
  const { state, kind, pivot, view } = await mapOf(c, choices);
  const definition = pivot.indicators[0]?.definition;
  const at = pivot.periods.at(-1);
  const shown = definition !== undefined && at !== undefined && view !== null;
  return shell.office(c, {
    title: shown
      ? words.title(definition.label, periodHead(at.period, at.on, at.running))
      : words.table,
    ...(view === null ? {} : { lead: words.kinds[view.kind] }),
    crumbs: [
      { label: pivotWords.section, href: office(place.code, 'bao-cao') },
      { label: pivotWords.title, href: office(place.code, 'bao-cao/tong-hop') },
      { label: words.crumb },
    ],
    before: reportTabs(c, 'pivot'),
    body: (
      <>
        <MapFilters state={state} kind={kind} choices={choices} today={c.var.cx.clock.today()} />
        {view === null ? (
          <Alert tone="info">{pivotWords.noIndicators}</Alert>
        ) : (
          <>
            <MapPicture view={view} accent={accentOf(c)} id="ban-do">
              <p>
                <a href={mapAddress(state, view.other)}>{words.switchTo[view.other]}</a>
              </p>
              <p>
                <a href={mapAddress(state, view.kind, '.svg')}>{words.picture}</a>
              </p>
            </MapPicture>
            <Section title={words.table}>
              <MapTable view={view} />
            </Section>
          </>
        )}
      </>
    ),
  });
}

function MapFilters(props: {
  readonly state: PivotState;
  readonly kind: MapKind | null;
  readonly choices: Choices;
  readonly today: string;
}) {
  const { state } = props;
  const { filters } = pivotWords;
  return (
    <FilterBar
      action={pivotAddress(state, {}, '/ban-do').replace(/\?.*$/, '')}
      submit={filters.show}
      hidden={{ 'ban-do': props.kind }}
    >
      <Select
        name="chi-tieu"
        label={pivotWords.form.indicators}
        width="l"
        value={state.indicators[0] ?? ''}
        options={props.choices.map(({ heading, options }) => ({ label: heading, options }))}
      />
      <Select
        name="ky"
        label={filters.kind}
        width="s"
        value={kindWords[state.kind]}
        options={periodKinds.map((one) => ({ value: kindWords[one], label: kindNames[one] }))}
      />
      <Select
        name="den"
        label={filters.until}
        width="s"
        value={state.until ?? ''}
        empty={filters.now}
        options={untilOptions(props.today, state.kind, state.until)}
      />
      <Select
        name="co-cau"
        label={filters.structure}
        width="s"
        value={structureWord(state.structure)}
        options={(['then', 'today'] as const).map((one) => ({
          value: structureWord(one),
          label: structureNames[one],
        }))}
      />
    </FilterBar>
  );
}
