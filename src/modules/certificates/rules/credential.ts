import type { Day } from '../../../kernel/day.ts';
import type { HolderKind } from './holders.ts';
import type { Json } from './proof.ts';

// Open Badges 3.0 (1EdTech) as a Verifiable Credential 2.0 (W3C).

export const contexts = [
  'https://www.w3.org/ns/credentials/v2',
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
] as const;

/** Where a list of revoked credentials is. */
export const listAddress = (base: string, list: number): string =>
  `${base}/chung-nhan/thu-hoi/${list}`;

/** The public page of a certificate. */
export const pageAddress = (base: string, code: string): string => `${base}/chung-nhan/${code}`;

/**
 * Who an organisation is to machines: did:web below the site's address, where its `did.json` is. A site
 * without TLS has no such name, and is called by the address of that document.
 */
export function issuerId(base: string, path: string): string {
  const inner = path.replace(/^\/|\/$/g, '');
  const host = /^https:\/\/([^/]+)$/.exec(base)?.[1];
  if (host === undefined) return `${base}${inner === '' ? '' : `/${inner}`}/did.json`;
  const parts = [host.replace(':', '%3A'), ...inner.split('/').filter(Boolean)];
  return `did:web:${parts.join(':')}`;
}

/** The document by which keys of an issuer are found; `keys` are Multikeys, the newest first. */
export function issuerDocument(id: string, keys: readonly string[]): Json {
  const methods = keys.map((key) => ({
    id: `${id}#${key}`,
    type: 'Multikey',
    controller: id,
    publicKeyMultibase: key,
  }));
  return {
    '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1'],
    id,
    verificationMethod: methods,
    assertionMethod: methods.map((method) => method.id),
  };
}

/** What a credential tells. */
export interface Told {
  /** The site's address without a slash at the end. */
  readonly base: string;
  readonly code: string;
  readonly number: string;
  readonly issuedOn: Day;
  readonly issuer: { readonly id: string; readonly name: string; readonly url: string };
  /** Words of the language of the certificate. */
  readonly name: string;
  readonly prize: string;
  readonly description: string;
  readonly criteria: string;
  /** Address of the edition, and the key of its prize. */
  readonly edition: string;
  readonly prizeKey: string;
  /** null: nobody is named. */
  readonly holder: { readonly kind: HolderKind; readonly names: readonly string[] } | null;
  readonly list: number;
  readonly index: number;
}

/** The credential without its proof. Without a holder it has an id of its own: it is another document. */
export function credentialOf(told: Told): Json {
  const page = pageAddress(told.base, told.code);
  const { holder } = told;
  return {
    '@context': contexts,
    id: holder === null ? `${page}#khong-ten` : page,
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name: told.name,
    issuer: { ...told.issuer, type: ['Profile'] },
    validFrom: `${told.issuedOn}T00:00:00+07:00`,
    credentialSubject: {
      id: `${page}#nguoi-nhan`,
      type: ['AchievementSubject'],
      ...(holder === null ? {} : { identifier: holder.names.map(identityOf) }),
      licenseNumber: told.number,
      achievement: {
        id: `${told.edition}#${told.prizeKey}`,
        type: ['Achievement'],
        achievementType: 'Award',
        name: told.prize,
        description: told.description,
        criteria: { narrative: told.criteria },
      },
    },
    credentialStatus: {
      id: `${listAddress(told.base, told.list)}#${told.index}`,
      type: 'BitstringStatusListEntry',
      statusPurpose: 'revocation',
      statusListIndex: String(told.index),
      statusListCredential: listAddress(told.base, told.list),
    },
  };
}

/** The issuer's name in a signed credential. */
export const issuerIn = (credential: string): string =>
  (JSON.parse(credential) as { readonly issuer: { readonly name: string } }).issuer.name;

const identityOf = (name: string): Json => ({
  type: 'IdentityObject',
  hashed: false,
  identityHash: name,
  identityType: 'name',
});

/** The credential, without its proof, that tells which of a list are revoked. */
export function listCredential(of: {
  readonly base: string;
  readonly list: number;
  readonly issuer: string;
  /** An instant, ISO 8601. */
  readonly from: string;
  readonly encoded: string;
}): Json {
  const id = listAddress(of.base, of.list);
  return {
    '@context': [contexts[0]],
    id,
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    issuer: of.issuer,
    validFrom: of.from,
    credentialSubject: {
      id: `${id}#list`,
      type: 'BitstringStatusList',
      statusPurpose: 'revocation',
      encodedList: of.encoded,
    },
  };
}
