import { isPublicName, plainHost } from '../../../kernel/host.ts';
import { type Issue, issue } from '../../../kernel/issue.ts';

/** Where the token of a domain is looked for on its own server. */
export const proofPath = (token: string): string => `/.well-known/lientri/${token}`;

/** The name of the DNS record that shows the token, and what it holds. */
export const proofRecord = (host: string, token: string) => ({
  name: `_lientri.${host}`,
  value: `lientri=${token}`,
});

/** A domain as it was typed (also as a whole address), as it is kept; or what is wrong with it. */
export function readDomain(
  typed: string,
  mainHost: string | null,
): { host: string } | { issue: Issue } {
  const bare = typed
    .trim()
    .replace(/^https?:\/\//i, '')
    .replace(/\/$/, '');
  const wrong = (code: string) => ({ issue: issue('host', code, { typed: typed.slice(0, 80) }) });
  if (bare.includes('/')) return wrong('domain_with_path');
  const host = plainHost(bare);
  if (host === null || !isPublicName(host)) return wrong('not_a_domain');
  if (/:\d+$/.test(bare)) return wrong('domain_with_port');
  if (mainHost === null) return wrong('no_main_address');
  if (host === mainHost) return wrong('domain_is_main');
  return { host };
}
