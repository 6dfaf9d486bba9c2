import { z } from 'zod';
import type { Issue } from '../../../kernel/issue.ts';
import { issue } from '../../../kernel/issue.ts';
import { choice, day, optionalText, text, version, yesNo } from '../../../platform/forms/fields.ts';
import { type Raw, together } from '../../../platform/forms/together.ts';
import {
  colours,
  type Design,
  faces,
  frames,
  issuedPer,
  type Signer,
  seals,
  signerIssues,
  symbolIssues,
  wordingIssues,
} from '../rules/index.ts';

export const designBody = z.strictObject({
  per: choice(issuedPer),
  heading: text(400),
  title: text(60),
  grant: text(80),
  grant_group: text(80),
  grant_organisation: text(80),
  unit: yesNo(),
  prize: text(200),
  wording: optionalText(1200),
  basis: optionalText(400),
  place: text(60),
  signer_authority: optionalText(200),
  signer_post: optionalText(120),
  signer_name: optionalText(80),
  second_authority: optionalText(200),
  second_post: optionalText(120),
  second_name: optionalText(80),
  seal: choice(seals),
  symbol: text(30),
  organisation_field: optionalText(40),
  frame: choice(frames),
  colour: choice(colours),
  face: choice(faces),
  version: version(),
});
export type DesignSent = z.output<typeof designBody>;

const lines = ['heading', 'prize', 'wording', 'basis'] as const;

const meaning = (raw: Raw) => ({ issues: designIssues(raw) });

function designIssues(raw: Raw): readonly Issue[] {
  const typed = (name: string): string => String(raw[name] ?? '').trim();
  const halves = (name: 'signer' | 'second'): Issue[] => {
    const [post, person] = [typed(`${name}_post`), typed(`${name}_name`)];
    return [
      ...(post !== '' && person === '' ? [issue(`${name}_name`, 'signer_half')] : []),
      ...(post === '' && (person !== '' || (name === 'second' && typed(`${name}_authority`) !== ''))
        ? [issue(`${name}_post`, 'signer_half')]
        : []),
      ...signerIssues(`${name}_name`, person === '' ? null : person),
    ];
  };
  const second = typed('second_name') !== '';
  return [
    ...lines.flatMap((name) => wordingIssues(name, typed(name))),
    ...halves('signer'),
    ...halves('second'),
    ...(typed('seal') === 'second' && !second ? [issue('seal', 'seal_nobody')] : []),
    ...(typed('symbol') === '' ? [] : symbolIssues('symbol', typed('symbol'))),
  ];
}

/** What a preview reads: the same as saving. */
export const designShown = together(designBody, meaning);
export const designInput = together(designBody.extend({ edition: text(16) }), meaning);

/** What was sent as a design. */
export function designOf(sent: DesignSent): Design {
  const who = (
    authority: string | null,
    post: string | null,
    name: string | null,
  ): Signer | null => (post === null || name === null ? null : { authority, post, name });
  return {
    per: sent.per,
    heading: sent.heading,
    title: sent.title,
    grant: sent.grant,
    grantGroup: sent.grant_group,
    grantOrganisation: sent.grant_organisation,
    unit: sent.unit,
    prize: sent.prize,
    wording: sent.wording ?? '',
    basis: sent.basis ?? '',
    place: sent.place,
    signer: who(sent.signer_authority, sent.signer_post, sent.signer_name),
    second: who(sent.second_authority, sent.second_post, sent.second_name),
    seal: sent.seal,
    symbol: sent.symbol.normalize('NFC'),
    organisationField: sent.organisation_field,
    frame: sent.frame,
    colour: sent.colour,
    face: sent.face,
  };
}

/** A design as it is sent and shown. */
export const designSent = (design: Design): Omit<DesignSent, 'version'> => ({
  per: design.per,
  heading: design.heading,
  title: design.title,
  grant: design.grant,
  grant_group: design.grantGroup,
  grant_organisation: design.grantOrganisation,
  unit: design.unit,
  prize: design.prize,
  wording: design.wording === '' ? null : design.wording,
  basis: design.basis === '' ? null : design.basis,
  place: design.place,
  signer_authority: design.signer?.authority ?? null,
  signer_post: design.signer?.post ?? null,
  signer_name: design.signer?.name ?? null,
  second_authority: design.second?.authority ?? null,
  second_post: design.second?.post ?? null,
  second_name: design.second?.name ?? null,
  seal: design.seal,
  symbol: design.symbol,
  organisation_field: design.organisationField,
  frame: design.frame,
  colour: design.colour,
  face: design.face,
});

// The address is printed and signed, and stays. Where nobody has set one, it is that of the request.
const anyAddress = {
  /** Issue all the same while nobody has set the address that readers use. */
  any_address: yesNo(),
};
const addressed = {
  /** The site's address without a slash at the end: it is printed and signed. */
  site: text(300),
  /** Nobody has set it. */
  assumed: z.boolean().optional(),
};

export const issueBody = z.strictObject({
  issued_on: day(),
  /** Key of a prize: only what won it. */
  prize: optionalText(40),
  /** Public ids of dossiers: only these. */
  dossiers: z.array(text(16)).max(500).optional(),
  /** Also those whose certificate was revoked. */
  again: yesNo(),
  /** Whether entrants get a letter with the link to their certificates. */
  letters: yesNo(),
  ...anyAddress,
});
export const issueInput = issueBody.extend({ edition: text(16), ...addressed });

export const replaceBody = z.strictObject({
  /** A name in each line. */
  names: text(2000),
  unit: optionalText(300),
  issued_on: day(),
  reason: text(500),
  letters: yesNo(),
  ...anyAddress,
  version: version(),
});
export const replaceInput = replaceBody.extend({ pid: z.string(), ...addressed });

export const revokeBody = z.strictObject({
  reason: text(500),
  decision: optionalText(200),
  version: version(),
});
export const revokeInput = revokeBody.extend({ pid: z.string() });
