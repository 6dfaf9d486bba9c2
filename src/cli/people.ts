import { accountIssues, addAccount, createToken, giveGrant } from '../modules/accounts/index.ts';
import { createOrganisation, organisationIssues } from '../modules/organisations/index.ts';
import { execute } from '../platform/command.ts';
import type { Answer, CliCommand } from './command.ts';
import { cliWords as words } from './vi.ts';
import { valueOrFail, withRuntime } from './with-runtime.ts';

const done = (json: unknown): Answer => ({ json, lines: [words.done] });

export const orgAddCommand: CliCommand = {
  name: 'org add',
  usage: 'org add --code C --name N --kind K --parent CODE [--from DATE]',
  summary: words.summaries.orgAdd,
  options: {
    code: { type: 'string' },
    name: { type: 'string' },
    kind: { type: 'string' },
    parent: { type: 'string' },
    from: { type: 'string' },
  },
  run: (typed) =>
    withRuntime(typed.config, async (runtime) => {
      const input = {
        code: typed.need('code'),
        name: typed.need('name'),
        kind: typed.need('kind'),
        parent: typed.need('parent'),
        from: typed.text('from') ?? runtime.clock.today(),
      };
      valueOrFail(await execute(runtime.cx('cli'), createOrganisation, input), organisationIssues);
      return done({ code: input.code });
    }),
};

export const userAddCommand: CliCommand = {
  name: 'user add',
  usage: 'user add --email E --name N [--password-stdin]',
  summary: words.summaries.userAdd,
  options: {
    email: { type: 'string' },
    name: { type: 'string' },
    'password-stdin': { type: 'boolean' },
  },
  run: (typed) =>
    withRuntime(typed.config, async (runtime) => {
      const password =
        typed.values['password-stdin'] === true ? await firstLineOfInput() : undefined;
      const input = {
        email: typed.need('email'),
        name: typed.need('name'),
        ...(password ? { password } : {}),
      };
      const made = valueOrFail(await execute(runtime.cx('cli'), addAccount, input), accountIssues);
      return done({ email: input.email.toLowerCase(), person: made.personPid });
    }),
};

async function firstLineOfInput(): Promise<string> {
  let text = '';
  for await (const chunk of process.stdin) text += chunk;
  return text.split(/\r?\n/)[0] ?? '';
}

export const grantCommand: CliCommand = {
  name: 'grant',
  usage: 'grant --to EMAIL --role ROLE --org CODE [--until DATE]',
  summary: words.summaries.grant,
  options: {
    to: { type: 'string' },
    role: { type: 'string' },
    org: { type: 'string' },
    until: { type: 'string' },
  },
  run: (typed) =>
    withRuntime(typed.config, async (runtime) => {
      const input = {
        email: typed.need('to'),
        role: typed.need('role'),
        organisation: typed.need('org'),
        until: typed.text('until'),
      };
      const given = valueOrFail(await execute(runtime.cx('cli'), giveGrant, input), accountIssues);
      return done({ grant: given.pid, ...input });
    }),
};

export const tokenCommand: CliCommand = {
  name: 'token create',
  usage: 'token create --as EMAIL [--scope S…] [--days N]',
  summary: words.summaries.tokenCreate,
  options: {
    as: { type: 'string' },
    scope: { type: 'string', multiple: true },
    days: { type: 'string' },
    label: { type: 'string' },
  },
  run: (typed) =>
    withRuntime(typed.config, async (runtime) => {
      const scopes = (typed.values.scope as readonly string[] | undefined) ?? ['read', 'write'];
      const input = {
        email: typed.need('as'),
        label: typed.text('label') ?? 'cli',
        scopes: scopes.flatMap((s) => s.split(',')),
        days: Number(typed.text('days') ?? '90'),
      };
      const made = valueOrFail(await execute(runtime.cx('cli'), createToken, input), accountIssues);
      return { json: made, lines: [made.token, made.expires] };
    }),
};
