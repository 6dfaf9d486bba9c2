import type { BundleContent } from './content.ts';
import {
  bundleFormat,
  type Canonical,
  entriesOf,
  listParts,
  type Manifest,
  partNames,
} from './manifest.ts';
import type { TextSignature } from './signing.ts';
import { writeZip } from './zip.ts';

/**
 * The bytes of a bundle: the same content and key give the same bytes, wherever and whenever. `sign` signs the text of
 * the manifest, which stands for all parts.
 */
export function writeBundle(
  content: BundleContent,
  canonical: Canonical,
  sign: (text: string) => TextSignature,
): Buffer {
  const parts = new Map(partNames.map((name) => [name, Buffer.from(canonical(content[name]))]));
  const manifest: Manifest = {
    format: bundleFormat,
    edition: content.edition.pid,
    phase: content.allocation.phase,
    parts: listParts(parts),
  };
  const text = canonical(manifest);
  const { keyId, signature } = sign(text);
  return writeZip(
    entriesOf(Buffer.from(text), Buffer.from(canonical({ keyId, signature })), parts),
  );
}
