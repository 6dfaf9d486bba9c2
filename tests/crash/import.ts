// Imports a roster in a process that a test kills:  import.ts DIR CODE FILE
import path from 'node:path';
import { findOrganisation } from '../../src/modules/organisations/index.ts';
import { importFile, unwatched } from '../../src/modules/rosters/index.ts';
import { loadConfig } from '../../src/platform/config.ts';
import { openRuntime } from '../../src/runtime.ts';

const [data = '', code = '', file = ''] = process.argv.slice(2);
const runtime = await openRuntime(loadConfig({ argv: { data }, env: { LIENTRI_LOG: 'error' } }), {
  poolSize: 4,
});
try {
  const cx = runtime.cx('cli');
  const organisation = await findOrganisation(cx.db, code, cx.clock.today());
  if (organisation === null) throw new Error(`no organisation ${code}`);
  const watch = {
    ...unwatched,
    async progress(done: number, total: number | null, message?: string | null) {
      process.stdout.write(`at ${message ?? 'reading'} ${done} ${total ?? ''}\n`);
    },
  };
  process.stdout.write('ready\n');
  const local = { path: file, name: path.basename(file), asOf: '2026-01-01' };
  const done = await importFile(cx, organisation, local, watch);
  if (!done.ok) throw new Error(JSON.stringify(done.issues));
  process.stdout.write(`done ${JSON.stringify(done.value.counts)}\n`);
} finally {
  await runtime.close();
}
