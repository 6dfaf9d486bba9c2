import { createHash, randomBytes } from 'node:crypto';

/** A secret that somebody holds in a link or a program: 160 random bits, 40 hexadecimal digits. */
export function newToken(): string {
  return randomBytes(20).toString('hex');
}

/** What is kept of a token, 32 bytes: at 160 random bits one SHA-256 is enough. */
export function tokenHash(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
