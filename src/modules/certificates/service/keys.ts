import { createPublicKey } from 'node:crypto';
import { type Keys, publicKeys, signText } from '../../../platform/keys.ts';
import {
  issuerDocument,
  issuerId,
  type Json,
  jcs,
  multikey,
  type Proof,
  withProof,
} from '../rules/index.ts';

/** A public key of certificates in the forms that it is asked for. */
export interface PublicKey {
  /** 8 hexadecimal digits, beside each signature. */
  readonly id: string;
  readonly pem: string;
  /** 'z6Mk…' */
  readonly multikey: string;
}

/** Every key that certificates were ever signed with, the newest first. */
export function certificateKeys(keys: Keys): PublicKey[] {
  return [...publicKeys(keys, 'certificate')].map(([id, pem]) => {
    const { x } = createPublicKey(pem).export({ format: 'jwk' });
    return { id, pem, multikey: multikey(Buffer.from(String(x), 'base64url')) };
  });
}

/** The document by which machines find the keys of an organisation's certificates. */
export const issuerKeys = (keys: Keys, base: string, path: string): Json =>
  issuerDocument(
    issuerId(base, path),
    certificateKeys(keys).map((key) => key.multikey),
  );

/** A document with a proof by the newest key. @throws KeysError 'keys_missing' */
export function proved<Document extends Json>(
  keys: Keys,
  document: Document,
  of: { readonly issuer: string; readonly at: Date },
): Document & { readonly proof: Proof } {
  const [newest] = certificateKeys(keys);
  const options = {
    created: of.at.toISOString(),
    verificationMethod: `${of.issuer}#${newest?.multikey ?? ''}`,
  };
  return withProof(document, options, (data) =>
    Buffer.from(signText(keys, 'certificate', data).signature, 'base64url'),
  );
}

/** The same as the text that is kept and sent; Open Badges has a list of proofs. */
export function provedBadge(
  keys: Keys,
  document: Json,
  of: { readonly issuer: string; readonly at: Date },
): string {
  const { proof, ...rest } = proved(keys, document, of);
  return jcs({ ...rest, proof: [proof] });
}
