import { z } from 'zod';
import type { Cx } from '../../../platform/command.ts';
import { cardStates, stateOn } from '../rules.ts';
import type { Card, Design } from '../schema.ts';

export const cardShape = z.object({
  pid: z.string(),
  number: z.string(),
  state: z.enum(cardStates),
  membership: z.string(),
  person: z.object({ pid: z.string(), name: z.string() }),
  organisation: z.object({ code: z.string(), name: z.string() }),
  issuer: z.object({ code: z.string(), name: z.string() }),
  issued_on: z.iso.date(),
  valid_until: z.iso.date().nullable(),
  ended_on: z.iso.date().nullable(),
  reason: z.string().nullable(),
  replaces: z.string().nullable(),
  replaced_by: z.string().nullable(),
  check_code: z.string(),
  version: z.number().int(),
});

export function cardView(cx: Cx, card: Card): z.output<typeof cardShape> {
  return {
    pid: card.pid,
    number: card.number,
    state: stateOn(card, cx.clock.today()),
    membership: card.membershipPid,
    person: { pid: card.personPid, name: card.personName },
    organisation: { code: card.organisationCode, name: card.organisationName },
    issuer: { code: card.issuerCode, name: card.issuerName },
    issued_on: card.issuedOn,
    valid_until: card.validUntil,
    ended_on: card.endedOn,
    reason: card.reason,
    replaces: card.replacesPid,
    replaced_by: card.replacedByPid,
    check_code: card.token,
    version: card.version,
  };
}

export const designShape = z.object({
  pattern: z.string(),
  title: z.string(),
  signer_post: z.string().nullable(),
  signer_name: z.string().nullable(),
  note: z.string().nullable(),
  version: z.number().int(),
});

export function designView(design: Design): z.output<typeof designShape> {
  return {
    pattern: design.pattern,
    title: design.title,
    signer_post: design.signerPost,
    signer_name: design.signerName,
    note: design.note,
    version: design.version,
  };
}
