import { bars, distribution } from '../../../platform/documents/index.ts';
import type { WebContext } from '../../../platform/http/env.ts';
import { accentFor, accents } from '../../../ui/index.ts';
import { benchmarkPeers } from '../queries/index.ts';
import { placeName, vi } from '../vi.ts';
import { indicatorState } from './state.ts';

/** Where the union stands among its peers, as a picture with an address of its own. */
export async function chart(c: WebContext) {
  const state = await indicatorState(c);
  const { items, definition, national } = await benchmarkPeers(c.var.cx, state);
  const own = items.find((peer) => peer.organisation.code === state.org);
  const accent = accentFor(c.var.place.accent);
  const name = placeName(own?.organisation.name ?? state.org);
  const numbers = items.flatMap((peer) => (typeof peer.value === 'number' ? [peer.value] : []));
  const look = {
    accent: accent.ok ? accent.accent : accents.indigo,
    decimals: definition.decimals,
    width: 360,
    title: vi.chartAlt(definition.label, name, items.length),
  };
  const mean = definition.national === 'mean' ? national : null;
  const svg =
    numbers.length > 0
      ? await distribution(
          {
            peers: numbers,
            own: typeof own?.value === 'number' ? { label: name, value: own.value } : null,
            middle: mean === null ? null : { label: vi.panel.mean, value: mean },
          },
          { ...look, height: 160 },
        )
      : await bars(yesNoBars(items, own?.value), { ...look, decimals: 0, height: 132 });
  return c.body(svg, 200, { 'content-type': 'image/svg+xml; charset=utf-8' });
}

function yesNoBars(
  items: readonly { value: number | boolean | null }[],
  own: number | boolean | null | undefined,
) {
  const count = (wanted: boolean | null) => items.filter(({ value }) => value === wanted).length;
  const bar = (label: string, wanted: boolean | null) => ({
    label,
    value: count(wanted),
    own: own === wanted,
  });
  const all = [bar(vi.chartYes, true), bar(vi.chartNo, false), bar(vi.chartUnknown, null)];
  return all.filter((one) => one.label !== vi.chartUnknown || one.value > 0);
}
