import { api, office } from '../../platform/http/addresses.ts';
import { beginningsOf, type Source } from '../../platform/source.ts';
import { activitySource } from '../activities/index.ts';
import { membershipSource } from '../census/index.ts';
import { distinctionSource } from '../distinctions/index.ts';
import { organisationSources } from '../organisations/index.ts';
import { readIndicators } from './policy.ts';
import { entryRows } from './queries/entries.ts';
import { entrySource } from './rules/index.ts';
import { sourceWords } from './vi.ts';

/** Values that people entered by hand, as records: an entered figure opens to who declared it. */
export const entriesSource: Source = {
  code: entrySource,
  label: sourceWords.entries,
  recordType: 'indicator_entry',
  time: 'range',
  openFields: false,
  fields: [
    { key: 'indicator', label: sourceWords.indicator, type: 'text' },
    { key: 'value', label: sourceWords.value, type: 'number' },
  ],
  rows: entryRows,
  permission: readIndicators,
  apiPath: ({ pid }) => api(`indicator-entries/${pid}`),
  officePath: ({ organisationCode, pid }) => office(organisationCode, `bao-cao/gia-tri/${pid}`),
};

// What holds for a time also begins on a day: a report asks for what was given or admitted in its period.
const beginnings = [
  ...organisationSources
    .filter((source) => source.code === 'members')
    .map((source) => beginningsOf(source, 'members_admitted', sourceWords.admitted)),
  beginningsOf(membershipSource, 'memberships_begun', sourceWords.joined),
  beginningsOf(distinctionSource, 'distinctions_given', sourceWords.given),
];

const sources = new Map(
  [
    activitySource,
    distinctionSource,
    ...organisationSources,
    membershipSource,
    ...beginnings,
    entriesSource,
  ].map((source) => [source.code, source]),
);

/** Everything that figures can be computed from, by code. */
export const allSources: ReadonlyMap<string, Source> = sources;

/** Lets a later module offer its records. */
export function addSource(source: Source): void {
  const known = sources.get(source.code);
  if (known !== undefined && known !== source)
    throw new Error(`two sources are called ${source.code}`);
  sources.set(source.code, source);
}
