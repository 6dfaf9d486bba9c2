import { api, office } from '../../platform/http/addresses.ts';
import type { Source } from '../../platform/source.ts';
import { personRead } from '../people/index.ts';
import { membershipRows } from './queries/index.ts';
import { sourceWords as words } from './vi.ts';

const options = (names: Readonly<Record<string, string>>) =>
  Object.entries(names).map(([value, label]) => ({ value, label }));

/** Members as the indicator engine counts them: rows are memberships, `human` tells people apart. */
export const membershipSource: Source = {
  code: 'memberships',
  label: words.label,
  recordType: 'membership',
  time: 'range',
  fields: [
    { key: 'human', label: words.human, type: 'text' },
    { key: 'kind', label: words.kind, type: 'choice', options: options(words.kinds) },
    { key: 'gender', label: words.gender, type: 'choice', options: options(words.genders) },
    { key: 'degree', label: words.degree, type: 'choice', options: options(words.degrees) },
  ],
  openFields: false,
  rows: membershipRows,
  permission: personRead,
  apiPath: ({ pid }) => api(`memberships/${pid}`),
  officePath: ({ pid, organisationCode }) => office(organisationCode, `hoi-vien/tu-cach/${pid}`),
};
