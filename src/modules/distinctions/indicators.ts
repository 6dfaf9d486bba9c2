import { api, office } from '../../platform/http/addresses.ts';
import type { Source } from '../../platform/source.ts';
import { distinctionRead } from './policy.ts';
import { distinctionNames, distinctionRows } from './queries/index.ts';
import { levels, recipients } from './rules.ts';
import { levelNames, recipientNames, words } from './vi.ts';

/** Distinctions as records that figures count: each holds from its decision until it is revoked. */
export const distinctionSource: Source = {
  code: 'distinctions',
  label: words.list,
  recordType: 'distinction',
  time: 'range',
  openFields: false,
  fields: [
    { key: 'title', column: 'title_code', label: words.columns.title, type: 'text' },
    {
      key: 'level',
      label: words.columns.level,
      type: 'choice',
      options: levels.map((value) => ({ value, label: levelNames[value] })),
    },
    { key: 'class', label: words.columns.class, type: 'text' },
    {
      key: 'recipient',
      label: words.columns.recipient,
      type: 'choice',
      options: recipients.map((value) => ({ value, label: recipientNames[value] })),
    },
  ],
  rows: distinctionRows,
  names: distinctionNames,
  permission: distinctionRead,
  apiPath: ({ pid }) => api(`distinctions/${pid}`),
  officePath: ({ organisationCode, pid }) => office(organisationCode, `khen-thuong/${pid}`),
};
