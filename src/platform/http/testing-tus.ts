import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import type { Cx } from '../command.ts';
import { NotFound } from '../errors.ts';
import type { UploadFolder } from '../uploads.ts';
import { limitBody } from './body.ts';
import type { Env } from './env.ts';
import { problemOf } from './problems.ts';
import { sameSiteOnly } from './security.ts';
import type { Services } from './services.ts';
import { type UploadDoors, uploadDoors } from './tus.ts';

/** Uploads at /kho/{secret}/tep for whoever knows a secret that begins with "s-", over real HTTP. */
export interface UploadServer {
  /** Without a slash at the end. */
  readonly base: string;
  close(): Promise<void>;
}

export async function serveUploads(parts: {
  readonly cx: Cx;
  readonly uploads: UploadFolder;
  readonly doors?: Partial<UploadDoors>;
  /** Bytes; 500 MB when left out. */
  readonly limit?: number;
  /** Pages beside the uploads. */
  readonly pages?: (app: Hono<Env>) => void;
}): Promise<UploadServer> {
  const app = new Hono<Env>({ strict: false });
  app.use(async (c, next) => {
    c.set('cx', { ...parts.cx, actor: { kind: 'anonymous' }, via: 'web' });
    c.set('services', { files: parts.cx.files, uploads: parts.uploads } as Services);
    await next();
  });
  app.onError((error, c) => {
    const problem = problemOf(error);
    if (problem.status === 500) process.stderr.write(`${(error as Error).stack}\n`);
    return c.json(problem, problem.status);
  });
  app.use(sameSiteOnly);
  app.use(async (c, next) => {
    await limitBody(c, [/^\/kho\/[^/]+\/tep\/[^/]+$/]);
    await next();
  });
  uploadDoors(app, '/kho/:secret/tep', {
    owner: async (c) => {
      const secret = c.req.param('secret') ?? '';
      if (!secret.startsWith('s-')) throw new NotFound('secret');
      return { key: `test:${secret}`, limit: parts.limit ?? 524_288_000 };
    },
    ...parts.doors,
  });
  parts.pages?.(app);
  const listener = getRequestListener(app.fetch, { overrideGlobalObjects: false });
  const server = createServer((incoming, outgoing) => void listener(incoming, outgoing));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    base: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
