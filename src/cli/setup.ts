import { randomBytes } from 'node:crypto';
import { demoSignIns, installDemo } from '../demo/index.ts';
import { openRuntime } from '../runtime.ts';
import { installEmpty, refuseInstalled } from '../setup.ts';
import type { Answer, CliCommand, Typed } from './command.ts';
import { UsageError } from './command.ts';
import { cliWords as words } from './vi.ts';

const usage =
  'setup --demo | --empty --union NAME --code CODE --admin EMAIL [--kind KIND] [--founded DATE]';

export const setupCommand: CliCommand = {
  name: 'setup',
  usage,
  summary: words.summaries.setup,
  options: {
    demo: { type: 'boolean' },
    empty: { type: 'boolean' },
    union: { type: 'string' },
    code: { type: 'string' },
    admin: { type: 'string' },
    kind: { type: 'string' },
    founded: { type: 'string' },
  },
  run: setup,
};

async function setup(typed: Typed): Promise<Answer> {
  const demo = typed.values.demo === true;
  if (demo === (typed.values.empty === true)) throw new UsageError(words.usage(usage));
  const plan = demo ? null : emptyPlan(typed);
  const runtime = await openRuntime(typed.config, { exclusive: true });
  try {
    const cx = runtime.cx('setup');
    await refuseInstalled(cx);
    if (plan === null) await installDemo(runtime);
    else await installEmpty(cx, plan);
  } finally {
    await runtime.close();
  }
  const base = typed.config.publicUrl ?? `http://localhost:${typed.config.port}`;
  const json = {
    data: typed.config.dataDir,
    org: plan?.code ?? demoSignIns.root,
    admin: plan?.adminEmail ?? demoSignIns.admin,
    password: plan?.password ?? demoSignIns.password,
    signInUrl: `${base}/dang-nhap`,
  };
  return { json, lines: Object.entries(json).map(([k, v]) => `${k}: ${v}`) };
}

function emptyPlan(typed: Typed) {
  const email = typed.need('admin');
  return {
    name: typed.need('union'),
    code: typed.need('code'),
    kind: typed.text('kind') ?? 'provincial_union',
    founded: typed.text('founded') ?? '2000-01-01',
    adminEmail: email,
    adminName: email.split('@')[0] ?? email,
    password: randomBytes(12).toString('base64url'),
  };
}
