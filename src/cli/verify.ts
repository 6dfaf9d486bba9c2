import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Answer, CliCommand, Typed } from './command.ts';
import { UsageError } from './command.ts';
import { cliWords as words } from './vi.ts';

const usage = 'verify BUNDLE [--key SHA256]';

/** Needs no data folder and no database: everything is reckoned again from the bundle alone. */
export const verifyCommand: CliCommand = {
  name: 'verify',
  usage,
  summary: words.summaries.verify,
  options: { key: { type: 'string' } },
  rest: 1,
  run: verify,
};

async function verify(typed: Typed): Promise<Answer> {
  const [file] = typed.rest;
  if (file === undefined) throw new UsageError(words.usage(usage));
  const key = typed.text('key');
  if (key !== null && !/^[0-9a-f]{64}$/i.test(key)) throw new UsageError(words.usage(usage));
  const bytes = await bytesOf(file);
  const { checkBundle, verifyWords: said } = await import('../modules/bundles/index.ts');
  const verdict = checkBundle(bytes, key);
  if (!verdict.whole)
    return {
      json: verdict,
      lines: [said.broken, ...verdict.faults.map(said.fault)],
      exitCode: 1,
    };
  const { ok, differences } = verdict;
  return {
    json: verdict,
    lines: [
      ok ? said.equal : said.differs(differences.length),
      said.edition(verdict.name, verdict.decision),
      said.looked(verdict.looked),
      said.key(verdict.key),
      ...differences.map(said.difference),
    ],
    exitCode: ok ? 0 : 1,
  };
}

// A file that is not there says nothing about a decision: that is not "differs".
async function bytesOf(file: string): Promise<Buffer> {
  try {
    return await readFile(path.resolve(file));
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    throw new UsageError(words.cannotUseFile(file, code));
  }
}
