import { sql } from 'kysely';
import { type Cx, command } from '../../../platform/command.ts';
import { NotFound } from '../../../platform/errors.ts';
import { getInstallation } from '../../../platform/settings.ts';
import { mailingPaceSet } from '../policy.ts';
import { holdPace } from '../queries/index.ts';
import { aheadMs } from '../rules.ts';
import { paceInput } from '../schema.ts';

/** How many letters an hour go out, for the whole installation: it has one mail server. */
export const setPace = command({
  name: 'mailing_pace.set',
  input: paceInput,
  permission: mailingPaceSet,
  load: async (cx) => {
    const installation = await getInstallation(cx.db);
    if (installation === null) throw new NotFound('installation');
    return { root: installation.rootOrganisationId, pace: await holdPace(cx.db) };
  },
  at: ({ root }) => [root],
  run: async (cx, { root, pace }, { per_hour }) => {
    await sql`update mailing_pace set per_hour = ${per_hour}`.execute(cx.db);
    return {
      result: { per_hour },
      subject: { type: 'mailing_pace', id: root },
      organisationId: root,
      changes: { per_hour: { old: pace.perHour, new: per_hour } },
    };
  },
});

/**
 * When so many letters of another module may go, the pace of the installation kept: the first now or
 * when those before are through, the others evenly after it. Held until the transaction ends.
 */
export async function reserveLetters(cx: Cx, many: number): Promise<Date[]> {
  const { perHour, nextAt } = await holdPace(cx.db);
  const first = Math.max(cx.clock.now().getTime(), nextAt.getTime());
  const at = (place: number): Date => new Date(first + (place * aheadMs) / perHour);
  await sql`update mailing_pace set next_at = ${at(many)}`.execute(cx.db);
  return Array.from({ length: many }, (_, place) => at(place));
}
