import type { Hono } from 'hono';
import type { Env } from '../../../platform/http/env.ts';
import { expertDoors } from './experts.tsx';
import { personForms } from './forms.tsx';
import { listDoors } from './list.tsx';
import { membershipForms, postForms } from './part-forms.tsx';
import { personDoors } from './person.tsx';
import { privateForms } from './private-forms.tsx';

export { type AskedMembers, askedMembers, memberFilters } from './asked.ts';
export { directoryOf, expertEntry } from './expert-parts.ts';
export { addExpertParts } from './experts.tsx';
export { type HistoryWords, historyOf } from './history.ts';
export { type FieldSource, type ProvenanceOf, registerProvenance } from './provenance.ts';

/** HTML doors of the member section in an office. */
export function peopleOffice(app: Hono<Env>): void {
  listDoors(app);
  personForms(app);
  personDoors(app);
  membershipForms(app);
  postForms(app);
  privateForms(app);
}

/** Public pages of a site: those who agreed to stand in its directory. */
export function peopleSite(app: Hono<Env>): void {
  expertDoors(app);
}
