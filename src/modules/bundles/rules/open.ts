import {
  bundleFormat,
  type Canonical,
  fileOf,
  listParts,
  type Manifest,
  type PartName,
  partNames,
} from './manifest.ts';
import { fingerprintOf, type PublicKey, signatureFault, type TextSignature } from './signing.ts';
import { type Entry, readZip } from './zip.ts';

/**
 * Why a bundle is not what was signed: `foreign` (bytes that no bundle has), `files` (other files, or in
 * another order), `manifest`, `part_hash`, `chain`, `signature`, `key_unknown`, `signature_wrong`, `form` (a part is
 * no canonical JSON), `other_key`.
 */
export interface BundleFault {
  readonly code:
    | 'foreign'
    | 'files'
    | 'manifest'
    | 'part_hash'
    | 'chain'
    | 'signature'
    | 'key_unknown'
    | 'signature_wrong'
    | 'form'
    | 'other_key';
  /** File in the bundle; null: the bundle as a whole. */
  readonly part: string | null;
}

export interface OpenedBundle {
  readonly manifest: Manifest;
  readonly parts: Readonly<Record<PartName, unknown>>;
  readonly keys: readonly PublicKey[];
  /** SHA-256 of the key that signed, in hexadecimal: to be compared with what the union announces. */
  readonly fingerprint: string;
}

export type Opening =
  | { readonly ok: true; readonly bundle: OpenedBundle }
  | { readonly ok: false; readonly faults: readonly BundleFault[] };

const broken = (code: BundleFault['code'], part: string | null = null): Opening => ({
  ok: false,
  faults: [{ code, part }],
});

/**
 * Reads a bundle whose every byte is as it was signed. `trusted`: fingerprint of the only key that is
 * accepted; null: whichever lies in the bundle.
 */
export function openBundle(
  archive: Buffer,
  canonical: Canonical,
  trusted: string | null = null,
): Opening {
  const entries = readZip(archive);
  if (entries === null) return broken('foreign');
  const names = ['manifest', 'signature', ...partNames].map((name) => `${name}.json`);
  if (entries.map(({ name }) => name).join() !== names.join()) return broken('files');
  const [manifestEntry, signatureEntry, ...rest] = entries as [Entry, Entry, ...Entry[]];
  const manifest = jsonIn(manifestEntry, canonical) as Manifest | undefined;
  if (manifest?.format !== bundleFormat || !Array.isArray(manifest.parts))
    return broken('manifest', manifestEntry.name);
  const faults = hashFaults(manifest, rest);
  if (faults.length > 0) return { ok: false, faults };
  return signed(manifest, manifestEntry, signatureEntry, rest, canonical, trusted);
}

/** Parts whose bytes are not those that the manifest lists. */
function hashFaults(manifest: Manifest, files: readonly Entry[]): BundleFault[] {
  const found = listParts(new Map(partNames.map((name, at) => [name, files[at]!.bytes])));
  const wrong = found.flatMap((part, at): BundleFault[] => {
    const said = manifest.parts[at];
    const same = said?.name === part.name && said.sha256 === part.sha256 && said.size === part.size;
    return same ? [] : [{ code: 'part_hash', part: fileOf(part.name) }];
  });
  if (wrong.length > 0) return wrong;
  const linked =
    manifest.parts.length === found.length &&
    found.every(({ chain }, at) => manifest.parts[at]!.chain === chain);
  return linked ? [] : [{ code: 'chain', part: fileOf('manifest') }];
}

function signed(
  manifest: Manifest,
  manifestEntry: Entry,
  signatureEntry: Entry,
  files: readonly Entry[],
  canonical: Canonical,
  trusted: string | null,
): Opening {
  const values = new Map(files.map((file) => [file.name, jsonIn(file, canonical)]));
  const formless = files.filter(({ name }) => values.get(name) === undefined);
  if (formless.length > 0)
    return { ok: false, faults: formless.map(({ name }) => ({ code: 'form', part: name })) };
  const signature = jsonIn(signatureEntry, canonical);
  if (!isSignature(signature)) return broken('signature', signatureEntry.name);
  const keys = values.get(fileOf('keys'));
  if (!areKeys(keys)) return broken('form', fileOf('keys'));
  const fault = signatureFault(keys, manifestEntry.bytes, signature);
  if (fault !== null) return broken(fault, signatureEntry.name);
  const key = keys.find(({ id }) => id === signature.keyId);
  const fingerprint = fingerprintOf(key?.pem ?? '') ?? '';
  if (trusted !== null && trusted.toLowerCase() !== fingerprint) return broken('other_key');
  const parts = Object.fromEntries(partNames.map((name) => [name, values.get(fileOf(name))]));
  return {
    ok: true,
    bundle: { manifest, parts: parts as OpenedBundle['parts'], keys, fingerprint },
  };
}

/** The value of a file that is written in the one way that it may be; undefined for any other. */
function jsonIn({ bytes }: Entry, canonical: Canonical): unknown {
  const text = bytes.toString('utf8');
  try {
    const value: unknown = JSON.parse(text);
    return Buffer.from(canonical(value)).equals(bytes) ? value : undefined;
  } catch {
    return undefined;
  }
}

const isText = (value: unknown): value is string => typeof value === 'string';
const fields = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};

function isSignature(value: unknown): value is TextSignature {
  const { keyId, signature, ...more } = fields(value);
  return isText(keyId) && isText(signature) && Object.keys(more).length === 0;
}

const areKeys = (value: unknown): value is readonly PublicKey[] =>
  Array.isArray(value) &&
  value.every((one) => isText(fields(one).id) && isText(fields(one).pem)) &&
  new Set(value.map((one) => fields(one).id)).size === value.length;
