// A process that opens a data folder, for tests that kill it, run it as somebody else or beside
// another one:  process.ts DIR hold|once|write [exclusive]
//   hold   opens, says "ready {json}", closes when stdin ends
//   write  writes numbered rows as fast as it can from several sessions; prints each number once the
//          server acknowledged it, and nothing else
//   restore FILE MIGRATIONS
import { openDatabase } from '../../src/platform/database/index.ts';
import { restore } from '../../src/platform/database/restore.ts';

const [dataDir = '', mode = 'hold', argument, migrationsFolder = ''] = process.argv.slice(2);

async function hold(): Promise<void> {
  const database = await openDatabase(
    { dataDir, databaseUrl: null },
    { exclusive: argument === 'exclusive' },
  );
  const { joined, url } = database;
  process.stdout.write(`ready ${JSON.stringify({ joined, url, uid: process.getuid?.() })}\n`);
  for await (const _ of process.stdin);
  await database.close();
  process.stdout.write('closed\n');
}

async function write(): Promise<void> {
  const database = await openDatabase({ dataDir, databaseUrl: null }, { migrate: false });
  await database.ownerPool.query(
    'create table if not exists acknowledged (id text primary key, filler text not null)',
  );
  process.stdout.write('ready\n');
  const session = async (name: number) => {
    for (let number = 0; ; number += 1) {
      const id = `${process.pid}-${name}-${number}`;
      try {
        await database.ownerPool.query('insert into acknowledged values ($1, $2)', [
          id,
          'x'.repeat(500),
        ]);
        process.stdout.write(`${id}\n`);
      } catch {
        // Not acknowledged: the server may be gone for a moment.
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    }
  };
  await Promise.all([1, 2, 3, 4].map(session));
}

try {
  if (mode === 'write') await write();
  else if (mode === 'restore')
    await restore(argument ?? '', { dataDir, databaseUrl: null }, { migrationsFolder });
  else await hold();
} catch (error) {
  process.stderr.write(`${(error as Error).name}: ${(error as Error).message}\n`);
  process.exitCode = 1;
}
