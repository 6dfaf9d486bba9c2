// A small real application with one text: forms, saving as it is typed, a library that takes pictures.
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import sharp from 'sharp';
import { issue } from '../../src/kernel/issue.ts';
import type { Prose } from '../../src/kernel/prose/index.ts';
import { readProse } from '../../src/kernel/prose/index.ts';
import { TooLarge } from '../../src/platform/errors.ts';
import { assetResponse, buildAssets } from '../../src/platform/http/assets.ts';
import { formOf, limitBody } from '../../src/platform/http/body.ts';
import type { Env, WebContext } from '../../src/platform/http/env.ts';
import { Invalid, problemOf } from '../../src/platform/http/problems.ts';
import { sameSiteOnly, securityHeaders } from '../../src/platform/http/security.ts';
import type { Services } from '../../src/platform/http/services.ts';
import {
  accentCss,
  Button,
  Document,
  Form,
  FormActions,
  ProseField,
  type ProseFieldMedia,
  postedProse,
  TextInput,
} from '../../src/ui/index.ts';

export const assets = await buildAssets(fileURLToPath(new URL('../..', import.meta.url)));

/** What a form sent, and what it means. */
export interface Sent {
  readonly values: Readonly<Record<string, string>>;
  readonly prose: Prose;
  readonly issues: readonly unknown[];
}

export class EditorServer {
  base = '';
  /** What the page shows. */
  prose: Prose = { type: 'doc', content: [{ type: 'paragraph' }] };
  returned: Readonly<Record<string, string>> | undefined;
  error: string | undefined;
  autosave = false;
  csp = true;
  /** Of one file, in bytes. */
  limit = 2_000_000;
  /** Uploads that are not answered before they break off. */
  broken = 0;
  readonly media = new Map<string, ProseFieldMedia>();
  readonly pictures = new Map<string, Uint8Array<ArrayBuffer>>();
  readonly sent: Sent[] = [];
  readonly saved: Sent[] = [];
  readonly asked: string[] = [];
  readonly #app = new Hono<Env>();
  #close = () => {};

  async open(): Promise<this> {
    this.#doors();
    const listener = getRequestListener(this.#app.fetch, { overrideGlobalObjects: false });
    const server = createServer((incoming, outgoing) => {
      if (incoming.url === '/tai-len' && this.broken > 0) {
        this.broken -= 1;
        incoming.destroy();
      } else void listener(incoming, outgoing);
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    this.base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    this.#close = () => {
      server.close();
      server.closeAllConnections();
    };
    return this;
  }

  close(): void {
    this.#close();
  }

  #doors(): void {
    const app = this.#app;
    app.use(async (c, next) => {
      c.set('services', { publicUrl: null } as Services);
      c.set('requestId', 'test');
      await next();
      if (!this.csp) c.res.headers.delete('content-security-policy');
    });
    app.use(securityHeaders);
    app.use(async (c, next) => {
      await next();
      if (!this.csp) c.res.headers.set('content-security-policy', "default-src * 'unsafe-inline'");
    });
    app.onError((error, c) => {
      const problem = problemOf(error);
      if (problem.status === 500) process.stderr.write(`${(error as Error).stack}\n`);
      return c.json(problem, problem.status);
    });
    app.use(sameSiteOnly);
    app.use(async (c, next) => {
      await limitBody(c);
      await next();
    });
    this.#pages(app);
    this.#library(app);
  }

  #pages(app: Hono<Env>): void {
    app.get('/assets/*', (c) =>
      assetResponse(
        c.req.raw.headers,
        assets.files.get(c.req.path) ?? assets.files.get(assets.styles)!,
      ),
    );
    app.get('/mau.css', (c) => c.body(accentCss('indigo'), 200, { 'content-type': 'text/css' }));
    app.get('/mau.svg', (c) => c.body('<svg xmlns="http://www.w3.org/2000/svg"/>', 200));
    app.get('/favicon.ico', (c) => c.body(null, 204));
    app.get('/bai', (c) => c.html(String(<Page server={this} />)));
    app.post('/bai', async (c) => {
      this.sent.push(await sentBy(c));
      return c.text('posted');
    });
    app.post('/luu', async (c) => {
      this.saved.push(await sentBy(c));
      return c.json({ said: 'Đã lưu', tone: 'ok' });
    });
  }

  #library(app: Hono<Env>): void {
    app.post('/tai-len', async (c) => {
      const [file] = (await formOf(c)).files.file ?? [];
      if (file === undefined) throw new Invalid([issue('file', 'required')]);
      if (file.size > this.limit) throw new TooLarge(this.limit, file.size);
      const bytes = new Uint8Array(await file.arrayBuffer());
      const picture = await sharp(bytes)
        .metadata()
        .catch(() => null);
      if (picture === null)
        throw new Invalid([issue('file', 'not_a_picture')], {
          not_a_picture: () => 'Tệp này không phải hình. Chọn tệp JPEG, PNG hoặc WebP.',
        });
      const pid = pidOf(bytes);
      this.pictures.set(pid, bytes);
      const told = { pid, kind: 'picture', title: file.name, src: `/hinh/${pid}/960.png` } as const;
      this.media.set(pid, { ...told, width: picture.width, height: picture.height });
      return c.json(this.media.get(pid)!);
    });
    app.get('/hinh/:pid/:size', (c) =>
      c.body(this.pictures.get(c.req.param('pid')) ?? new Uint8Array(), 200, {
        'content-type': 'image/png',
      }),
    );
    app.get('/goi-y', (c) => {
      this.asked.push(c.req.url.split('?')[1] ?? '');
      const { loai, q = '' } = c.req.query();
      const found = [...this.media.values()].filter(
        (one) => one.kind === loai && one.title.toLowerCase().includes(q.toLowerCase()),
      );
      return c.json(found);
    });
  }
}

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';
export const pidOf = (bytes: Uint8Array): string =>
  [...createHash('sha256').update(bytes).digest().subarray(0, 16)]
    .map((byte) => alphabet[byte % 32])
    .join('');

async function sentBy(c: WebContext): Promise<Sent> {
  const { values } = await formOf(c);
  const { prose, issues } = postedProse(values, 'body') ?? readProse(null);
  return { values, prose, issues };
}

function Page({ server }: { readonly server: EditorServer }) {
  const links = {
    styles: assets.styles,
    pageStyles: [assets.pageStyles.get('editor')!],
    scripts: [
      ...assets.scripts,
      assets.islands.get('ui/editor')!,
      ...(server.autosave ? [assets.islands.get('ui/autosave')!] : []),
    ],
  };
  return (
    <Document
      face="office"
      title="Viết bài"
      site={{ shortName: 'Sơn La', accentHref: '/mau.css' } as never}
      assets={links}
      demo={false}
    >
      <main id="noi-dung" class="container">
        <h1>Viết bài</h1>
        <Form
          action="/bai"
          files
          autosave={
            server.autosave ? { save: '/luu', failed: 'Chưa lưu được', whole: true } : undefined
          }
        >
          <TextInput name="title" label="Tiêu đề" value="Hội thảo" />
          <ProseField
            name="body"
            label="Nội dung"
            help="Bắt đầu bằng điều quan trọng nhất."
            error={server.error}
            value={server.prose}
            returned={server.returned}
            media={server.media.values()}
            upload={{ address: '/tai-len', limit: server.limit }}
            suggest="/goi-y"
          />
          <p data-said="" role="status" />
          <FormActions>
            <Button kind="primary">Lưu bài</Button>
          </FormActions>
        </Form>
      </main>
    </Document>
  );
}
