import type { Invariant } from '../../../platform/module.ts';
import { mostTiles, tileKinds } from '../schema.ts';

const kinds = tileKinds.map((kind) => `'${kind}'`).join(', ');

export const dashboardInvariants: readonly Invariant[] = [
  {
    name: 'dashboard_tiles',
    sql: `select d.pid from dashboard d
      where jsonb_typeof(d.tiles) <> 'array' or jsonb_array_length(d.tiles) > ${mostTiles}
        or exists (select from jsonb_array_elements(d.tiles) t
          where coalesce(t ->> 'kind', '') not in (${kinds}) or t ->> 'key' is null)
        or (select count(distinct t ->> 'key') from jsonb_array_elements(d.tiles) t)
          <> jsonb_array_length(d.tiles)`,
  },
];
