import { z } from 'zod';
import { certificateStates, readFrozen } from '../rules/index.ts';
import {
  type Certificate,
  designBody,
  designSent,
  type Issued,
  type KeptDesign,
} from '../schema/index.ts';

export const certificateShape = z.object({
  pid: z.string(),
  number: z.string(),
  state: z.enum(certificateStates),
  edition: z.object({ pid: z.string(), name: z.string() }),
  dossier: z.object({ pid: z.string(), number: z.string().nullable(), title: z.string() }),
  holder: z.string().describe('As printed; several names with commas'),
  prize: z.string().describe('Key of a prize of the edition'),
  issued_on: z.iso.date(),
  ended_on: z.iso.date().nullable(),
  reason: z.string().nullable(),
  decision: z.string().nullable(),
  replaces: z.string().nullable(),
  replaced_by: z.string().nullable(),
  check_code: z.string(),
  sha256: z.string(),
  signature: z.string().describe('Ed25519 over the frozen text, base64url'),
  key_id: z.string(),
  version: z.number().int(),
});

export function certificateView(one: Certificate): z.output<typeof certificateShape> {
  const { edition, dossier } = one;
  return {
    pid: one.pid,
    number: one.number,
    state: one.state,
    edition: { pid: edition.pid, name: edition.name },
    dossier: { pid: dossier.pid, number: dossier.number, title: dossier.title },
    holder: one.holderName,
    prize: one.prize,
    issued_on: one.issuedOn,
    ended_on: one.endedOn,
    reason: one.reason,
    decision: one.decision,
    replaces: one.replacesPid,
    replaced_by: one.replacedByPid,
    check_code: one.code,
    sha256: one.sha256,
    signature: one.signature,
    key_id: one.keyId,
    version: one.version,
  };
}

export const frozenShape = z.object({
  text: z.string().describe('The text whose SHA-256 and signature are told'),
  content: z.looseObject({ format: z.string() }).describe('The same, read'),
});

export const frozenView = ({ frozen }: Issued): z.output<typeof frozenShape> => ({
  text: frozen,
  content: { ...readFrozen(frozen) },
});

export const issuedShape = z.object({
  issued: z.number().int(),
  left: z.number().int().describe('Who still waits: call again'),
  nameless: z.number().int().describe('Prizes of dossiers whose form names nobody'),
});

export const designShape = designBody.extend({ version: z.number().int() });

/** `version` is 0 while the edition has chosen nothing. */
export const designView = ({ design, version }: KeptDesign) => ({
  ...designSent(design),
  version,
});
