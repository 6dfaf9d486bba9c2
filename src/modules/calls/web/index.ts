import type { Hono } from 'hono';
import type { Env } from '../../../platform/http/env.ts';
import type { Product } from '../../../platform/module.ts';
import { actDoors } from './acts.tsx';
import { listDoors } from './list.tsx';
import { makingDoors } from './making.tsx';
import { outlineDoors } from './outlines.tsx';
import { overviewDoors } from './overview.tsx';
import { partDoor } from './part.tsx';
import { entrantsPart } from './parts/entrants.tsx';
import { fieldsPart } from './parts/fields.tsx';
import { fieldPart, fieldRemovalPart, newFieldPart } from './parts/form-field.tsx';
import { generalPart } from './parts/general.tsx';
import { newPhasePart, phasePart, phaseRemovalPart } from './parts/phase.tsx';
import { prizesPart } from './parts/prizes.tsx';
import { newRubricPartPart, rubricPartPart, rubricPartRemovalPart } from './parts/rubric-part.tsx';
import { newRubricPart, rubricPart, rubricRemovalPart } from './parts/rubrics.tsx';
import { schedulePart } from './parts/schedule.tsx';
import { votingPart } from './parts/voting.tsx';
import { previewDoors } from './preview.tsx';
import { revisionDoors } from './revisions.tsx';
import { rubricDoor, rubricDoors } from './rubrics.tsx';

/** Office pages of editions. Addresses with a fixed word come before those of a field or phase. */
export function callsOffice(app: Hono<Env>, product: Product): void {
  listDoors(app);
  makingDoors(app);
  actDoors(app);
  revisionDoors(app);
  previewDoors(app);
  outlineDoors(app);
  for (const part of [generalPart, fieldsPart, entrantsPart, prizesPart, schedulePart, votingPart])
    partDoor(app, part);
  for (const part of [newFieldPart, fieldPart, fieldRemovalPart]) partDoor(app, part);
  for (const part of [newPhasePart, phasePart, phaseRemovalPart]) partDoor(app, part);
  rubricDoors(app);
  for (const part of [newRubricPart, rubricPart, rubricRemovalPart]) partDoor(app, part);
  for (const part of [newRubricPartPart, rubricPartPart, rubricPartRemovalPart])
    partDoor(app, part);
  rubricDoor(app);
  overviewDoors(app, product);
}
