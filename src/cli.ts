import { type Answer, type CliCommand, readTyped, UsageError } from './cli/command.ts';
import { commands } from './cli/commands.ts';
import { cliWords as words } from './cli/vi.ts';
import { StartError } from './platform/config.ts';
import { NotFound } from './platform/errors.ts';

// Whoever reads what is printed may stop reading (`| head`): that is no failure of the command.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

process.exitCode = await run(process.argv.slice(2));

/** Runs what was typed. @returns the exit code: 0 done, 1 failed, 2 wrong usage */
async function run(argv: readonly string[]): Promise<number> {
  try {
    const { command, args } = find(argv);
    if (command === null) return help();
    const typed = readTyped(command, args);
    const answer = await command.run(typed);
    if (answer !== null) print(answer, typed.json);
    return answer?.exitCode ?? 0;
  } catch (error) {
    if (error instanceof UsageError || error instanceof StartError) {
      process.stderr.write(`${error.message}\n`);
      return error instanceof UsageError ? 2 : 1;
    }
    if (error instanceof NotFound) {
      process.stderr.write(`${words.notFound(error.what)}\n`);
      return 1;
    }
    process.stderr.write(
      `${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    );
    return 1;
  }
}

function find(argv: readonly string[]): { command: CliCommand | null; args: readonly string[] } {
  const [first, second] = argv;
  if (first === undefined || first === 'help' || first === '--help')
    return { command: null, args: [] };
  const two = commands.find((c) => c.name === `${first} ${second}`);
  if (two !== undefined) return { command: two, args: argv.slice(2) };
  const one = commands.find((c) => c.name === first);
  if (one === undefined) throw new UsageError(words.unknown(first));
  return { command: one, args: argv.slice(1) };
}

function print(answer: Answer, json: boolean): void {
  const text = json ? JSON.stringify(answer.json) : answer.lines.join('\n');
  process.stdout.write(`${text}\n`);
}

function help(): number {
  if (process.argv.includes('--json')) {
    const list = commands.map(({ name, usage, summary }) => ({ name, usage, summary }));
    process.stdout.write(`${JSON.stringify(list)}\n`);
    return 0;
  }
  const width = Math.max(...commands.map((c) => c.usage.length));
  const lines = commands.map((c) => `  lientri ${c.usage.padEnd(width)}  ${c.summary}`);
  process.stdout.write([words.title, '', ...lines, '', words.every, ''].join('\n'));
  return 0;
}
