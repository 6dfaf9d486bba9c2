import { z } from 'zod';
import { command } from '../../../platform/command.ts';
import { office } from '../../../platform/http/addresses.ts';
import { listRuns, startRun } from '../../../platform/jobs/index.ts';
import { organisationId } from '../../organisations/index.ts';
import { personWrite } from '../../people/index.ts';

export const findRunName = 'duplicates.find';

/**
 * Orders the search for pairs among the persons of an organisation and of those below it. One that is
 * not over yet is joined. Gives the run's public id.
 */
export const startFinding = command({
  name: 'duplicate.find',
  input: z.strictObject({ organisation: z.string() }),
  permission: personWrite,
  load: (cx, { organisation }) => organisationId(cx, organisation),
  at: (id) => [id],
  run: async (cx, id, { organisation }) => {
    const runs = await listRuns(cx.db, id, { name: findRunName });
    const account = cx.actor.kind === 'account' ? cx.actor.accountId : null;
    const open = runs.find(
      ({ state, requestedBy }) =>
        (state === 'waiting' || state === 'running') && requestedBy === account,
    );
    const href = office(organisation, 'hoi-vien/trung');
    const run = open ?? (await startRun(cx, findRunName, id, { organisationId: id, href }));
    return {
      result: { run: run.pid },
      subject: { type: 'organisation', id },
      organisationId: id,
      changes: {},
    };
  },
});
