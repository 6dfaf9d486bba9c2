export type * from './content.ts';
export { type Canonical, type Manifest, type PartName, sha256 } from './manifest.ts';
export { type BundleFault, type OpenedBundle, type Opening, openBundle } from './open.ts';
export { fingerprintOf, type PublicKey, signatureFault, type TextSignature } from './signing.ts';
export { writeBundle } from './write.ts';
export { readZip, writeZip } from './zip.ts';
