// npm start: the server, with the demo federation when the data folder does not exist yet.
import { exec } from './bootstrap.mjs';

await exec('src/cli.ts', ['serve', ...process.argv.slice(2)], { LIENTRI_FIRST_RUN: 'demo' });
