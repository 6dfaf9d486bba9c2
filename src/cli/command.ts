import { type ParseArgsConfig, parseArgs } from 'node:util';
import { type Config, loadConfig } from '../platform/config.ts';
import { cliWords as words } from './vi.ts';

/** The command was typed in a way it does not take; exit code 2. */
export class UsageError extends Error {}

type Options = NonNullable<ParseArgsConfig['options']>;

/** What a command got: its own options and the words after them. */
export interface Typed {
  readonly values: Readonly<Record<string, string | boolean | readonly string[] | undefined>>;
  readonly rest: readonly string[];
  readonly config: Config;
  /** The option's text. Throws UsageError when it was not given. */
  need(name: string): string;
  /** The option's text, or null. */
  text(name: string): string | null;
}

/** What a command answers: `json` for machines, `lines` for people. */
export interface Answer {
  readonly json: unknown;
  readonly lines: readonly string[];
  /** 1 when the command did its work and found something wrong (doctor). */
  readonly exitCode?: 0 | 1;
}

export interface CliCommand {
  /** One or two words: 'setup', 'org add'. */
  readonly name: string;
  readonly usage: string;
  readonly summary: string;
  readonly options: Options;
  readonly rest?: number;
  readonly run: (typed: Typed) => Promise<Answer | null>;
}

const common: Options = {
  data: { type: 'string' },
  database: { type: 'string' },
  json: { type: 'boolean' },
};

/** Reads the words of one command. Throws UsageError for unknown options or too many words. */
export function readTyped(command: CliCommand, args: readonly string[]): Typed & { json: boolean } {
  const parsed = parse(command, args);
  const { values, positionals } = parsed;
  if (positionals.length > (command.rest ?? 0)) throw new UsageError(words.usage(command.usage));
  const text = (name: string): string | null => {
    const value = values[name];
    return typeof value === 'string' ? value : null;
  };
  return {
    values: values as Typed['values'],
    rest: positionals,
    json: values.json === true,
    config: loadConfig({
      argv: {
        data: text('data') ?? undefined,
        database: text('database') ?? undefined,
        port: text('port') ?? undefined,
        host: text('host') ?? undefined,
      },
      env: process.env,
    }),
    text,
    need(name) {
      const value = text(name);
      if (value === null || value === '') throw new UsageError(words.missing(name, command.usage));
      return value;
    },
  };
}

function parse(command: CliCommand, args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: { ...common, ...command.options },
      allowPositionals: true,
      strict: true,
    });
  } catch {
    throw new UsageError(words.usage(command.usage));
  }
}
