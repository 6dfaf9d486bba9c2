import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { clientConfig } from './pool.ts';

/**
 * Called for each NOTIFY of its channel with the payload, and with null after the connection was
 * lost and made again: anything may have happened meanwhile.
 */
export type Listen = (payload: string | null) => void;

/** One connection that hears NOTIFY for the whole process and comes back by itself. */
export class Listener {
  private readonly url: string;
  private readonly channels = new Map<string, Set<Listen>>();
  private client: pg.Client | undefined;
  private connecting: Promise<pg.Client> | undefined;
  private closed = false;

  constructor(url: string) {
    this.url = url;
  }

  /** Resolves when the server confirmed the channel. The answer stops listening. */
  async listen(channel: string, fn: Listen): Promise<() => void> {
    const known = this.channels.get(channel);
    const functions = known ?? new Set<Listen>();
    functions.add(fn);
    this.channels.set(channel, functions);
    const client = await this.connected();
    if (!known) await client.query(`listen ${client.escapeIdentifier(channel)}`);
    return () => {
      functions.delete(fn);
    };
  }

  async close(): Promise<void> {
    this.closed = true;
    await this.connecting?.catch(() => {});
    await this.client?.end().catch(() => {});
  }

  private connected(): Promise<pg.Client> {
    if (this.client) return Promise.resolve(this.client);
    this.connecting ??= this.connect().finally(() => {
      this.connecting = undefined;
    });
    return this.connecting;
  }

  private async connect(): Promise<pg.Client> {
    const client = new pg.Client(
      clientConfig(this.url, { name: 'lientri listen', statementTimeout: 0 }),
    );
    client.on('error', () => {});
    client.on('notification', ({ channel, payload }) => {
      for (const fn of this.channels.get(channel) ?? []) fn(payload ?? '');
    });
    await client.connect();
    client.once('end', () => {
      this.client = undefined;
      if (!this.closed) void this.comeBack();
    });
    for (const channel of this.channels.keys())
      await client.query(`listen ${client.escapeIdentifier(channel)}`);
    this.client = client;
    return client;
  }

  private async comeBack(): Promise<void> {
    for (let wait = 100; !this.closed; wait = Math.min(wait * 2, 5000)) {
      await sleep(wait, undefined, { ref: false });
      if (this.closed) return;
      try {
        await this.connected();
        for (const functions of this.channels.values()) for (const fn of functions) fn(null);
        return;
      } catch {
        // the server is still away
      }
    }
  }
}
