import { createServer } from 'node:net';
import { start } from '../../src/main.ts';
import type { DemoProduct } from '../../src/testing.ts';

/** A port of this machine that is free now, above 20000. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = await new Promise<number>((resolve, reject) => {
      const probe = createServer();
      probe.once('error', reject);
      probe.listen(0, '127.0.0.1', () => {
        const address = probe.address();
        probe.close(() => resolve(typeof address === 'object' ? (address?.port ?? 0) : 0));
      });
    });
    if (port > 20_000) return port;
  }
}

/** The demo product behind a real socket, with its page cache and worker, as `lientri serve` runs it. */
export async function serve(
  product: DemoProduct,
): Promise<{ base: string; stop: () => Promise<void> }> {
  const port = await freePort();
  const config = { ...product.runtime.config, port, host: '127.0.0.1' };
  const running = await start({ ...product.runtime, config });
  return { base: `http://127.0.0.1:${port}`, stop: () => running.stop() };
}
