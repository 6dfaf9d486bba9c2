import type { WebContext } from '../../../../platform/http/env.ts';
import { section } from '../../../ballots/index.ts';
import type { Edition } from '../../../calls/index.ts';
import { partySight } from '../../../reviews/index.ts';

/** The frame of the section, which ballots have as well. */
export const {
  base,
  crumbsOf,
  editionOf,
  issuesOf,
  managedEdition,
  mayAt,
  moment,
  noticeOf,
  partPath,
  pathOf,
  phaseOf,
  SectionTabs,
} = section;

/** Whether the office may see points of a phase now. */
export const seesPoints = (
  c: WebContext,
  edition: Edition,
  phase: Edition['content']['phases'][number],
): boolean => partySight(c.var.cx, edition, phase, 'secretariat').others;
