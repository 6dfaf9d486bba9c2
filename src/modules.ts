import { accounts } from './modules/accounts/index.ts';
import { activities } from './modules/activities/index.ts';
import { archive } from './modules/archive/index.ts';
import { articles } from './modules/articles/index.ts';
import { assignments } from './modules/assignments/index.ts';
import { ballots } from './modules/ballots/index.ts';
import { blinding } from './modules/blinding/index.ts';
import { bulletins } from './modules/bulletins/index.ts';
import { bundles } from './modules/bundles/index.ts';
import { calls } from './modules/calls/index.ts';
import { cards } from './modules/cards/index.ts';
import { census } from './modules/census/index.ts';
import { certificates } from './modules/certificates/index.ts';
import { checks } from './modules/checks/index.ts';
import { complaints } from './modules/complaints/index.ts';
import { councils } from './modules/councils/index.ts';
import { dashboards } from './modules/dashboards/index.ts';
import { discussions } from './modules/discussions/index.ts';
import { distinctions } from './modules/distinctions/index.ts';
import { dossiers } from './modules/dossiers/index.ts';
import { duplicates } from './modules/duplicates/index.ts';
import { fees } from './modules/fees/index.ts';
import { indicators } from './modules/indicators/index.ts';
import { likenesses } from './modules/likenesses/index.ts';
import { mailings } from './modules/mailings/index.ts';
import { media } from './modules/media/index.ts';
import { newcomers } from './modules/newcomers/index.ts';
import { organisations } from './modules/organisations/index.ts';
import { people } from './modules/people/index.ts';
import { portal } from './modules/portal/index.ts';
import { reporting } from './modules/reporting/index.ts';
import { reports } from './modules/reports/index.ts';
import { results } from './modules/results/index.ts';
import { reviews } from './modules/reviews/index.ts';
import { rosters } from './modules/rosters/index.ts';
import { rounds } from './modules/rounds/index.ts';
import { showings } from './modules/showings/index.ts';
import { sites } from './modules/sites/index.ts';
import { spreadsheets } from './modules/spreadsheets/index.ts';
import { templates } from './modules/templates/index.ts';
import { visits } from './modules/visits/index.ts';
import type { Module } from './platform/module.ts';

/**
 * The product's table of contents. A module may import only the `index.ts` of those before it;
 * the other direction is an event (`Module.on`).
 */
export const modules: readonly Module[] = [
  organisations,
  people,
  accounts,
  duplicates,
  census,
  spreadsheets,
  rosters,
  cards,
  fees,
  mailings,
  activities,
  distinctions,
  indicators,
  reporting,
  checks,
  templates,
  rounds,
  reports,
  dashboards,
  calls,
  dossiers,
  archive,
  likenesses,
  councils,
  assignments,
  blinding,
  reviews,
  ballots,
  results,
  bundles,
  certificates,
  complaints,
  media,
  articles,
  showings,
  sites,
  discussions,
  visits,
  bulletins,
  newcomers,
  portal,
];
