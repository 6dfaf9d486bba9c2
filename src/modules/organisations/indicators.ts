import { api, office } from '../../platform/http/addresses.ts';
import type { Source } from '../../platform/source.ts';
import { organisationRecords } from './policy.ts';
import { factNames, factRows, foundingRows, memberRows } from './queries/sources.ts';
import { affiliationKinds, organisationKinds } from './rules/index.ts';
import { vi } from './vi.ts';

const kindOptions = organisationKinds.map((value) => ({ value, label: vi.kinds[value] }));

/** What the indicator engine may count here. */
export const organisationSources: readonly Source[] = [
  {
    code: 'members',
    label: vi.sources.members,
    recordType: 'affiliation',
    time: 'range',
    fields: [
      { key: 'child_kind', label: vi.fields.kind, type: 'choice', options: kindOptions },
      {
        key: 'affiliation_kind',
        label: vi.fields.affiliation_kind,
        type: 'choice',
        options: affiliationKinds.map((value) => ({ value, label: vi.affiliations[value] })),
      },
    ],
    openFields: false,
    rows: memberRows,
    permission: organisationRecords,
    apiPath: ({ pid }) => api(`affiliations/${pid}`),
    officePath: ({ organisationCode }) =>
      office(organisationCode, `to-chuc/${organisationCode}/thanh-vien`),
  },
  {
    code: 'facts',
    label: vi.sources.facts,
    recordType: 'fact',
    time: 'range',
    fields: [
      { key: 'kind', label: vi.fields.fact_kind, type: 'text' },
      { key: 'amount', label: vi.fields.amount, type: 'number' },
      { key: 'words', label: vi.fields.words, type: 'text' },
    ],
    openFields: false,
    rows: factRows,
    names: factNames,
    permission: organisationRecords,
    apiPath: ({ pid }) => api(`facts/${pid}`),
    officePath: ({ organisationCode }) =>
      office(organisationCode, `to-chuc/${organisationCode}/so-lieu`),
  },
  {
    code: 'foundings',
    label: vi.sources.foundings,
    recordType: 'organisation',
    time: 'instant',
    fields: [
      { key: 'organisation_kind', label: vi.fields.kind, type: 'choice', options: kindOptions },
    ],
    openFields: false,
    rows: foundingRows,
    permission: organisationRecords,
    apiPath: ({ organisationCode }) => api(`organisations/${organisationCode}`),
    officePath: ({ organisationCode }) => office(organisationCode, `to-chuc/${organisationCode}`),
  },
];
