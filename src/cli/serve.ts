import { demoSignIns, installDemo } from '../demo/index.ts';
import { start } from '../main.ts';
import { StartError } from '../platform/config.ts';
import { onLauncherGone } from '../platform/launcher.ts';
import { openRuntime, type Runtime, runtimeOn } from '../runtime.ts';
import { shellWords } from '../vi.ts';
import type { CliCommand, Typed } from './command.ts';
import { cliWords as words } from './vi.ts';
import { requireFolder } from './with-runtime.ts';

export const serveCommand: CliCommand = {
  name: 'serve',
  usage: 'serve [--port N] [--host H]',
  summary: words.summaries.serve,
  options: { port: { type: 'string' }, host: { type: 'string' } },
  run: serve,
};

async function serve(typed: Typed): Promise<null> {
  const runtime = await ready(typed);
  try {
    const running = await start(runtime);
    announce(runtime, running.address);
    await untilAsked();
    process.stdout.write(`${shellWords.stopping}\n`);
    await running.stop();
  } finally {
    await runtime.close();
  }
  process.stdout.write(`${shellWords.stopped}\n`);
  return null;
}

/** The opened folder; on the very first `npm start` it is filled with the demo federation. */
async function ready(typed: Typed): Promise<Runtime> {
  const first = process.env.LIENTRI_FIRST_RUN === 'demo';
  if (!first) requireFolder(typed.config);
  const runtime = await openRuntime(typed.config, { exclusive: true });
  if (runtime.installation !== null) return runtime;
  try {
    if (!first) throw new StartError(words.notInstalled);
    process.stdout.write(`${shellWords.preparing}\n`);
    await installDemo(runtime);
    return await runtimeOn(typed.config, runtime.database);
  } catch (error) {
    await runtime.close();
    throw error;
  }
}

function announce(runtime: Runtime, address: string): void {
  const lines = [shellWords.started(address)];
  if (runtime.services.demo) {
    lines.push('', shellWords.signIns);
    for (const who of demoSignIns.accounts)
      lines.push(`  ${who.email.padEnd(26)} ${who.description}`);
    lines.push(shellWords.password(demoSignIns.password));
  }
  process.stdout.write(`${lines.join('\n')}\n`);
}

function untilAsked(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
    onLauncherGone(() => resolve());
  });
}
