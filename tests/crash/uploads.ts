// Serves uploads over a data folder in a process that a test kills:  uploads.ts DIR
// Says "at ADDRESS" once it serves.
import { loadConfig } from '../../src/platform/config.ts';
import { serveUploads } from '../../src/platform/http/testing-tus.ts';
import { openRuntime } from '../../src/runtime.ts';

const [data = ''] = process.argv.slice(2);
const runtime = await openRuntime(loadConfig({ argv: { data }, env: { LIENTRI_LOG: 'error' } }), {
  poolSize: 4,
});
const server = await serveUploads({ cx: runtime.cx('web'), uploads: runtime.services.uploads });
process.stdout.write(`at ${server.base}\n`);
for await (const _ of process.stdin);
await server.close();
await runtime.close();
