import type { SiteImport } from '../schema.ts';
import { programNames, words } from '../vi/index.ts';
import { moment } from './shared.ts';

/** What is to be known of an import before and after. */
export const aboutTerms = (of: SiteImport) => [
  {
    term: words.site,
    value: [of.preview?.title, of.address, programNames[of.program]].filter(Boolean).join(', '),
  },
  { term: words.when, value: `${moment(of.createdAt)}, ${of.createdName}` },
];
