import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Hono } from 'hono';
import { buildApp } from '../../../../app.tsx';
import type { Cx } from '../../../../platform/command.ts';
import { projectRoot } from '../../../../platform/config.ts';
import { setRootCode } from '../../../../platform/http/addresses.ts';
import { type Assets, buildAssets } from '../../../../platform/http/assets.ts';
import type { Env } from '../../../../platform/http/env.ts';
import { silentLog } from '../../../../platform/log.ts';
import { createSignIn } from '../../../../platform/sign-in.ts';
import { localUploads } from '../../../../platform/uploads.ts';

// The real application over the rows and the clock of a test.

let assets: Promise<Assets> | undefined;
let folder: string | undefined;

function uploads(): string {
  if (folder === undefined) {
    const made = mkdtempSync(path.join(os.tmpdir(), 'lientri-uploads-'));
    process.once('exit', () => rmSync(made, { recursive: true, force: true }));
    folder = made;
  }
  return folder;
}

/** The whole product as nobody sees it, inside the transaction of a test. */
export interface Site {
  readonly app: Hono<Env>;
  get(address: string): Promise<Response>;
  /** The page's text. */
  page(address: string): Promise<string>;
  post(
    address: string,
    fields: Readonly<Record<string, string | readonly string[]>>,
  ): Promise<Response>;
  /** A form with a file. */
  send(address: string, fields: Readonly<Record<string, string | File>>): Promise<Response>;
}

/** Builds the application on the database, clock, keys and files of `cx`. */
export async function siteOn(cx: Cx): Promise<Site> {
  setRootCode('vusta');
  assets ??= buildAssets(projectRoot);
  const app = buildApp({
    db: cx.db,
    clock: cx.clock,
    ids: cx.ids,
    assets: await assets,
    log: silentLog,
    version: 'test',
    services: {
      files: cx.files,
      keys: cx.keys,
      uploads: localUploads(uploads()),
      signIn: createSignIn({
        db: cx.db,
        ids: cx.ids,
        secret: 'f'.repeat(64),
        secure: false,
        sendLink: async () => {},
      }),
      demo: false,
      publicUrl: 'https://hoi.example',
      trustProxy: false,
    },
  });
  const ask = async (address: string, init: RequestInit = {}) => app.request(address, init);
  const headers = { 'sec-fetch-site': 'same-origin' };
  return {
    app,
    get: (address) => ask(address),
    page: async (address) => (await ask(address)).text(),
    post: (address, fields) => {
      const body = new URLSearchParams();
      for (const [name, value] of Object.entries(fields))
        for (const one of typeof value === 'string' ? [value] : value) body.append(name, one);
      return ask(address, { method: 'POST', headers, body });
    },
    send: (address, fields) => {
      const body = new FormData();
      for (const [name, value] of Object.entries(fields)) body.append(name, value);
      return ask(address, { method: 'POST', headers, body });
    },
  };
}

/** The value of a hidden input or text of a page. */
export function fieldOf(page: string, name: string): string {
  const escaped = name.replaceAll('.', '\\.');
  const found = new RegExp(`name="${escaped}"[^>]*? value="([^"]*)"`).exec(page);
  if (found === null) throw new Error(`no value of ${name}`);
  return found[1]!;
}

/** What a page says, without its tags; blanks are one. */
export const textOf = (page: string): string =>
  page
    .replace(/<(script|style)[\s\S]*?<\/\1>/g, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replace(/[\s\u00a0]+/g, ' ');
