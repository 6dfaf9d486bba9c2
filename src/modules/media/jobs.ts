import { z } from 'zod';
import type { JobHandler } from '../../platform/jobs/index.ts';
import { albumDeletion, drawMedium, mediaDeletion } from './service/index.ts';

const payloadSchema = z.object({ medium: z.uuid() });

/** Makes the sizes of a picture that was added. */
export const drawJob: JobHandler = (cx, payload) =>
  drawMedium(cx, payloadSchema.parse(payload).medium);

export const purgeJob: JobHandler = async (cx) => {
  await albumDeletion.purge(cx);
  await mediaDeletion.purge(cx);
};
