import { api, office } from '../../platform/http/addresses.ts';
import type { Source } from '../../platform/source.ts';
import { activityRead } from './policy.ts';
import { activityNames, activityRows } from './queries/index.ts';
import { roles } from './rules.ts';
import { roleNames, words } from './vi.ts';

/** Activities as records that figures count: each happens on the day it begins. */
export const activitySource: Source = {
  code: 'activities',
  label: words.list,
  recordType: 'activity',
  time: 'instant',
  openFields: true,
  fields: [
    { key: 'kind', label: words.columns.kind, type: 'text' },
    {
      key: 'role',
      label: words.columns.role,
      type: 'choice',
      options: roles.map((value) => ({ value, label: roleNames[value] })),
    },
    { key: 'title', label: words.columns.title, type: 'text' },
    { key: 'place', label: words.columns.place, type: 'text' },
  ],
  rows: activityRows,
  names: activityNames,
  permission: activityRead,
  apiPath: ({ pid }) => api(`activities/${pid}`),
  officePath: ({ organisationCode, pid }) => office(organisationCode, `hoat-dong/${pid}`),
};
