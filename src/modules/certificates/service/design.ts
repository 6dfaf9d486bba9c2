import { sql } from 'kysely';
import { command } from '../../../platform/command.ts';
import type { Cx } from '../../../platform/cx.ts';
import { changesBetween } from '../../../platform/records/changes.ts';
import { type Edition, type EditionContent, editionByPid } from '../../calls/index.ts';
import { certificateIssue } from '../policy.ts';
import { findDesign } from '../queries/index.ts';
import type { Design } from '../rules/index.ts';
import { designInput, designOf, designSent, type KeptDesign } from '../schema/index.ts';
import { designWords as words } from '../vi/index.ts';

/** A design to begin with, called a sample: nobody has chosen it. */
export function sampleDesign(content: EditionContent, organisation: string): Design {
  const { committee } = content;
  const one = content.entrants.every((kind) => kind === 'nominee');
  return {
    per: 'person',
    heading: words.sample.heading(committee.name === '' ? organisation : committee.name),
    title: words.sample.title,
    grant: words.sample.grant,
    grantGroup: one ? words.sample.grant : words.sample.grantGroup,
    grantOrganisation: words.sample.grant,
    unit: true,
    prize: words.sample.prize,
    wording: content.fields.length > 1 ? words.sample.wordingWithField : words.sample.wording,
    basis: words.sample.basis,
    place: words.sample.place(organisation),
    signer: null,
    second: null,
    seal: 'signer',
    symbol: words.sample.symbol(committee.symbol),
    organisationField: null,
    frame: 'drum',
    colour: 'red',
    face: 'serif',
  };
}

/** The design of an edition, or the sample; version 0 while nothing was chosen. */
export async function designOfEdition(
  cx: Cx,
  { id, content, organisation }: Pick<Edition, 'id' | 'content' | 'organisation'>,
): Promise<KeptDesign> {
  const kept = await findDesign(cx.db, id);
  return kept ?? { design: sampleDesign(content, organisation.name), version: 0 };
}

/** Chooses how certificates look from now on; those that were issued stay. Input: `designInput`. */
export const setDesign = command({
  name: 'certificate.design',
  input: designInput,
  permission: certificateIssue,
  load: async (cx, { edition: pid }) => {
    const edition = await editionByPid(cx, pid);
    return { edition, kept: await findDesign(cx.db, edition.id) };
  },
  at: ({ edition }) => [edition.organisation.id],
  version: ({ kept }) => kept?.version ?? 0,
  run: async (cx, { edition, kept }, sent) => {
    const design = designOf(sent);
    const text = JSON.stringify(design);
    await sql`insert into certificate_design as d (edition_id, design)
      values (${edition.id}, ${text}::jsonb)
      on conflict (edition_id) do update set design = excluded.design, version = d.version + 1`.execute(
      cx.db,
    );
    return {
      result: { edition: edition.pid },
      subject: { type: 'edition', id: edition.id },
      organisationId: edition.organisation.id,
      changes: changesBetween(kept === null ? null : designSent(kept.design), designSent(design)),
    };
  },
});
