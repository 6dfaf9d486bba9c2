import { Resolver } from 'node:dns/promises';
import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { BlockList, isIP } from 'node:net';
import { proofPath, proofRecord } from '../rules/index.ts';

// Asking a host that somebody typed: never an address inside the office's own network, never a redirect, only a few
// bytes, and not for long.

export type Proof = 'file' | 'record';
export type NoProof = 'not_found_in_dns' | 'inside_network' | 'no_answer' | 'other_answer';

/** How hosts are asked; tests ask servers of their own. */
export interface Asking {
  /** Name servers, 'host:port'; those of the machine when absent. */
  readonly nameServers?: readonly string[];
  /** Where the file is asked for; 443 and then 80 when absent. */
  readonly port?: number;
  /** Addresses inside the network may be asked. */
  readonly inside?: boolean;
}

const TIMEOUT_MS = 5_000;
const MOST_BYTES = 1_000;

const inside = new BlockList();
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const)
  inside.addSubnet(net, bits, 'ipv4');
for (const [net, bits] of [
  ['::', 127],
  ['64:ff9b::', 96],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const)
  inside.addSubnet(net, bits, 'ipv6');

// IPv4 inside IPv6 (`::ffff:10.0.0.1`) is looked up among the IPv4 nets.
/** True for an address that no site on the internet has. */
export const isInside = (ip: string): boolean =>
  isIP(ip) === 0 || inside.check(ip, isIP(ip) === 6 ? 'ipv6' : 'ipv4');

/**
 * Looks whether whoever has the host shows the token: by a DNS record or by a file of its server. `fileCounts`:
 * false where several claim the host, and what is shown by this server itself proves nothing.
 */
export async function proofOf(
  host: string,
  token: string,
  fileCounts: boolean,
  asking: Asking = {},
): Promise<{ proof: Proof } | { problem: NoProof }> {
  const resolver = new Resolver({ timeout: 2_000, tries: 2 });
  if (asking.nameServers !== undefined) resolver.setServers([...asking.nameServers]);
  const record = proofRecord(host, token);
  const texts = await resolver.resolveTxt(record.name).catch(() => []);
  if (texts.some((parts) => parts.join('').trim() === record.value)) return { proof: 'record' };
  if (!fileCounts) return { problem: 'not_found_in_dns' };
  const found = await Promise.all([
    resolver.resolve4(host).catch((): string[] => []),
    resolver.resolve6(host).catch((): string[] => []),
  ]);
  const ips = found.flat();
  const ip = ips[0];
  if (ip === undefined) return { problem: 'not_found_in_dns' };
  if (asking.inside !== true && ips.some(isInside)) return { problem: 'inside_network' };
  return askFile(host, ip, token, asking.port);
}

async function askFile(
  host: string,
  ip: string,
  token: string,
  port: number | undefined,
): Promise<{ proof: Proof } | { problem: NoProof }> {
  let problem: NoProof = 'no_answer';
  for (const at of port === undefined ? [443, 80] : [port]) {
    const text = await fetched(host, ip, at, proofPath(token));
    if (text?.trim() === token) return { proof: 'file' };
    if (text !== null) problem = 'other_answer';
  }
  return { problem };
}

/** What a host answers at a path, asked at one address; null when it does not answer. */
function fetched(host: string, ip: string, port: number, path: string): Promise<string | null> {
  return new Promise((resolve) => {
    const send = port === 443 ? httpsRequest : httpRequest;
    const request = send(
      {
        host: ip,
        port,
        path,
        headers: { host, accept: 'text/plain' },
        servername: host,
        // The domain may have no certificate yet: what is proved is the token, which nobody else is told.
        rejectUnauthorized: false,
        timeout: TIMEOUT_MS,
        signal: AbortSignal.timeout(TIMEOUT_MS),
      },
      (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (piece: string) => {
          text += piece;
          if (text.length > MOST_BYTES) response.destroy();
        });
        response.on('close', () => resolve(response.statusCode === 200 ? text : ''));
      },
    );
    request.on('error', () => resolve(null));
    request.on('timeout', () => request.destroy());
    request.end();
  });
}
