import { sql } from 'kysely';
import { type Cx, command } from '../../../platform/command.ts';
import { one } from '../../../platform/database/query.ts';
import { NotFound } from '../../../platform/errors.ts';
import { changesBetween } from '../../../platform/records/changes.ts';
import { findOrganisation } from '../../organisations/index.ts';
import { cardWrite } from '../policy.ts';
import { findDesign } from '../queries/index.ts';
import { defaultPattern } from '../rules.ts';
import { type Design, designInput } from '../schema.ts';
import { words } from '../vi.ts';

/** What an organisation's cards look like before it has chosen anything. */
export function defaultDesign(organisationId: string, code: string): Design {
  return {
    organisationId,
    pattern: defaultPattern(code),
    lastNumber: 0,
    seriesYear: null,
    title: words.defaultTitle,
    signerPost: null,
    signerName: null,
    note: null,
    version: 0,
  };
}

/** How an organisation numbers its cards and what they show. A new pattern begins its series anew. */
export const setDesign = command({
  name: 'card.design',
  input: designInput,
  permission: cardWrite,
  load: async (cx, input) => {
    const organisation = await findOrganisation(cx.db, input.organisation, cx.clock.today());
    if (organisation === null) throw new NotFound('organisation');
    return { organisation, design: await findDesign(cx, organisation.id) };
  },
  at: ({ organisation }) => [organisation.id],
  version: ({ design }) => design?.version as number,
  run: async (cx, { organisation, design }, input) => {
    const { pattern, title, signer_post, signer_name, note } = input;
    const row = { pattern, title, signer_post, signer_name, note };
    await sql`insert into card_design (organisation_id, pattern, title, signer_post, signer_name, note)
      values (${organisation.id}, ${pattern}, ${title}, ${signer_post}, ${signer_name}, ${note})
      on conflict (organisation_id) do update set pattern = excluded.pattern,
        title = excluded.title, signer_post = excluded.signer_post,
        signer_name = excluded.signer_name, note = excluded.note, version = card_design.version + 1,
        last_number = case when card_design.pattern = excluded.pattern
          then card_design.last_number else 0 end`.execute(cx.db);
    return {
      result: { organisation: organisation.code },
      subject: { type: 'organisation', id: organisation.id },
      organisationId: organisation.id,
      changes: changesBetween(design === null ? null : writtenOf(design), row),
    };
  },
});

function writtenOf({ pattern, title, signerPost, signerName, note }: Design) {
  return { pattern, title, signer_post: signerPost, signer_name: signerName, note };
}

/** The design of an organisation that issues now, held until the end of the transaction. */
export async function heldDesign(cx: Cx, organisationId: string, code: string): Promise<Design> {
  const fresh = defaultDesign(organisationId, code);
  await sql`insert into card_design (organisation_id, pattern, title)
    values (${organisationId}, ${fresh.pattern}, ${fresh.title})
    on conflict (organisation_id) do nothing`.execute(cx.db);
  await one(
    cx.db,
    sql<object>`select 1 from card_design where organisation_id = ${organisationId} for update`,
  );
  return (await findDesign(cx, organisationId)) ?? fresh;
}
