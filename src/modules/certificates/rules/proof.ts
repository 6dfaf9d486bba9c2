import { createHash, createPublicKey, verify } from 'node:crypto';
import { jcs } from './jcs.ts';
import { base58, fromBase58, fromMultikey } from './multibase.ts';

// Data Integrity EdDSA Cryptosuites v1.0 (W3C): the proof of a document by eddsa-jcs-2022.

/** A JSON object; its members are of JSON too. */
export type Json = Readonly<Record<string, unknown>>;

export interface Proof extends Json {
  readonly type: 'DataIntegrityProof';
  readonly cryptosuite: 'eddsa-jcs-2022';
  /** An instant, ISO 8601 with its zone. */
  readonly created: string;
  /** Address of the public key. */
  readonly verificationMethod: string;
  readonly proofPurpose: 'assertionMethod';
  readonly proofValue: string;
}

export type ProofOptions = Pick<Proof, 'created' | 'verificationMethod'>;

const hash = (value: Json): Buffer => createHash('sha256').update(jcs(value)).digest();

/** The 64 bytes that are signed: hash of the proof without its value, then hash of the document. */
const hashData = (document: Json, config: Json): Buffer =>
  Buffer.concat([hash(config), hash(document)]);

/**
 * A document with its proof. `sign` gives the 64 bytes of an Ed25519 signature.
 * @throws RangeError for what JSON has no form for
 */
export function withProof<Document extends Json>(
  document: Document,
  options: ProofOptions,
  sign: (data: Uint8Array) => Uint8Array,
): Document & { readonly proof: Proof } {
  const config = {
    type: 'DataIntegrityProof',
    cryptosuite: 'eddsa-jcs-2022',
    created: options.created,
    verificationMethod: options.verificationMethod,
    proofPurpose: 'assertionMethod',
    ...('@context' in document ? { '@context': document['@context'] } : {}),
  } as const;
  const proofValue = base58(sign(hashData(document, config)));
  return { ...document, proof: { ...config, proofValue } };
}

// RFC 8410: the head of an Ed25519 public key as a file.
const HEAD = Buffer.from('302a300506032b6570032100', 'hex');

/** Whether a document with one proof is as it was signed by the key, a Multikey 'z6Mk…'. */
export function proofHolds(secured: Json, key: string): boolean {
  const { proof: found, ...document } = secured;
  const proof: unknown = Array.isArray(found) && found.length === 1 ? found[0] : found;
  if (typeof proof !== 'object' || proof === null || Array.isArray(proof)) return false;
  const { proofValue, ...config } = proof as Json;
  const bytes = fromMultikey(key);
  const signature = typeof proofValue === 'string' ? fromBase58(proofValue) : null;
  if (bytes === null || signature?.length !== 64 || !ours(config)) return false;
  const checked = '@context' in config ? withContext(document, config['@context']) : document;
  if (checked === null) return false;
  const publicKey = createPublicKey({
    key: Buffer.concat([HEAD, bytes]),
    format: 'der',
    type: 'spki',
  });
  return verify(null, hashData(checked, config), publicKey, signature);
}

const ours = (config: Json): boolean =>
  config.type === 'DataIntegrityProof' &&
  config.cryptosuite === 'eddsa-jcs-2022' &&
  config.proofPurpose === 'assertionMethod';

/** The document with the contexts it was signed with; null where its own do not begin with them. */
function withContext(document: Json, signed: unknown): Json | null {
  const listed = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);
  const own = listed(document['@context']);
  const begins = listed(signed).every((one, at) => jcs(one) === jcs(own[at] ?? null));
  return begins ? { ...document, '@context': signed } : null;
}
