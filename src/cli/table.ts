import { parseDay } from '../kernel/day.ts';
import { formatNumber } from '../kernel/vietnamese/numbers.ts';
import {
  type BenchmarkView,
  benchmarkTable,
  presentBenchmark,
} from '../modules/reporting/index.ts';
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
      return { json: view, lines: view.rows.map(line) };
    }),
};

/** A row as people read it: means with one decimal, yes or no in words. */
function line(row: BenchmarkView['rows'][number]): string {
  const unit = row.unit === null ? '' : ` (${row.unit})`;
  const cells = [row.code.padEnd(8), figure(row.national).padStart(8), figure(row.own).padStart(8)];
  return `${cells.join(' ')}  ${row.label}${unit}`;
}

function figure(value: number | boolean | null): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  return formatNumber(value, Number.isInteger(value) ? 0 : 1);
}
