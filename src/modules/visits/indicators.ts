import { api, office } from '../../platform/http/addresses.ts';
import type { Source } from '../../platform/source.ts';
import { visitRead } from './policy.ts';
import { visitRows } from './queries/index.ts';
import { words } from './vi/index.ts';

/** How often public pages are read: a record for each day of a site, whose numbers an indicator sums. */
export const readsSource: Source = {
  code: 'reads',
  label: words.source,
  recordType: 'visit_day',
  time: 'instant',
  openFields: false,
  fields: [
    { key: 'reads', label: words.reads, type: 'number' },
    { key: 'pages', label: words.pages, type: 'number' },
    { key: 'visits', label: words.visits, type: 'number' },
  ],
  rows: visitRows,
  permission: visitRead,
  apiPath: ({ organisationCode, pid }) =>
    api('visits', { organisation: organisationCode, from: pid, to: pid }),
  officePath: ({ organisationCode, pid }) => office(organisationCode, `truy-cap/${pid}`),
};
