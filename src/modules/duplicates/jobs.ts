import type { RunHandler } from '../../platform/jobs/index.ts';
import { findDuplicates, findRunName, Stopped } from './service/index.ts';

const find: RunHandler = {
  // Nothing is written before the end, and what is proposed already is not proposed again.
  resumable: true,
  async run(cx, payload, run) {
    const { organisationId, href } = payload as { organisationId: string; href: string };
    try {
      const found = await findDuplicates(cx, organisationId, run);
      return { ...found, href: `${href}?da-tim=${found.proposed}` };
    } catch (error) {
      if (error instanceof Stopped) return null;
      throw error;
    }
  },
};

export const duplicateRuns: Readonly<Record<string, RunHandler>> = { [findRunName]: find };
