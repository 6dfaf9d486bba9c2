import { parseDay } from '../kernel/day.ts';
import { benchmarkTable, presentBenchmark } from '../modules/reporting/index.ts';
import type { CliCommand } from './command.ts';
import { UsageError } from './command.ts';
import { cliWords as words } from './vi.ts';
import { withRuntime } from './with-runtime.ts';

const usage = 'table benchmark --org CODE --on DATE [--structure then|today]';

export const tableCommand: CliCommand = {
  name: 'table benchmark',
  usage,
  summary: words.summaries.table,
  options: { org: { type: 'string' }, on: { type: 'string' }, structure: { type: 'string' } },
  run: (typed) =>
    withRuntime(typed.config, async (runtime) => {
      const on = parseDay(typed.need('on'));
      const structure = typed.text('structure') ?? 'then';
      if (on === null) throw new UsageError(words.notADay(typed.need('on')));
      if (structure !== 'then' && structure !== 'today') throw new UsageError(words.usage(usage));
      const table = await benchmarkTable(runtime.cx('cli'), {
        org: typed.need('org'),
        on,
        structure,
      });
      const view = presentBenchmark(table);
      const lines = view.rows.map(
        (r) =>
          `${r.code.padEnd(8)} ${String(r.national ?? '').padStart(8)} ${String(r.own ?? '').padStart(8)}  ${r.label}`,
      );
      return { json: view, lines };
    }),
};
