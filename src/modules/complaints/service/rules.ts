import { sql } from 'kysely';
import { type Cx, command } from '../../../platform/command.ts';
import { Conflict, NotFound } from '../../../platform/errors.ts';
import { may } from '../../../platform/policy.ts';
import { editionByPid } from '../../calls/index.ts';
import { complaintHandle, complaintRead } from '../policy.ts';
import { setRules as findRules } from '../queries/index.ts';
import { type KeptRules, rulesInput } from '../schema/index.ts';
import { sampleBasis } from '../vi/index.ts';

/** What holds until an office sets its own days. */
const sample: KeptRules = {
  accept: 10,
  answer: 30,
  counting: 'calendar',
  basis: sampleBasis,
  version: 0,
};

/** The days of an edition; of the sample (version 0) while nobody set them. */
export const rulesOf = async (cx: Cx, { id }: { readonly id: string }): Promise<KeptRules> =>
  (await findRules(cx.db, id)) ?? sample;

/** Sets the days of an edition for what is received from now on. Input: `rulesInput`. */
export const setRules = command({
  name: 'complaint.set_rules',
  input: rulesInput,
  permission: complaintHandle,
  load: async (cx, { edition: pid }) => {
    const edition = await editionByPid(cx, pid);
    if (!(await may(cx, complaintRead, edition.organisation.id))) throw new NotFound('edition');
    return { edition, kept: await findRules(cx.db, edition.id) };
  },
  at: ({ edition }) => [edition.organisation.id],
  version: ({ kept }) => kept?.version ?? 0,
  run: async (cx, { edition, kept }, sent) => {
    const now = { accept: sent.days_to_accept, answer: sent.days_to_answer };
    const by = cx.actor.kind === 'account' ? cx.actor.accountId : null;
    const written = await sql`insert into complaint_rules as r (edition_id, days_to_accept,
        days_to_answer, counting, basis, set_at, set_by)
      values (${edition.id}, ${now.accept}, ${now.answer}, ${sent.counting}, ${sent.basis ?? ''},
        ${cx.clock.now()}, ${by}::uuid)
      on conflict (edition_id) do update set days_to_accept = excluded.days_to_accept,
        days_to_answer = excluded.days_to_answer, counting = excluded.counting,
        basis = excluded.basis, set_at = excluded.set_at, set_by = excluded.set_by,
        version = r.version + 1
      where r.version = ${kept?.version ?? 0} returning version`.execute(cx.db);
    if (written.rows.length === 0) throw new Conflict((kept?.version ?? 0) + 1);
    const before = kept ?? { accept: null, answer: null, counting: null, basis: null };
    return {
      result: { pid: edition.pid },
      subject: { type: 'edition', id: edition.id },
      organisationId: edition.organisation.id,
      changes: {
        days_to_accept: { old: before.accept, new: now.accept },
        days_to_answer: { old: before.answer, new: now.answer },
        counting: { old: before.counting, new: sent.counting },
        basis: { old: before.basis, new: sent.basis },
      },
    };
  },
});
