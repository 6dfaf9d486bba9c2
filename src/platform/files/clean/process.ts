// The process that cleans files. They come from anybody: what is made to fill the memory or the time of
// whoever opens it ends this process, not the server.
import { cleanHere } from './kinds.ts';
import type { Answer, Ask } from './messages.ts';

process.on('message', (ask: Ask) => {
  cleanHere(Buffer.from(ask.bytes), ask.type).then((cleaned) => {
    const answer: Answer = { id: ask.id, cleaned, memory: process.memoryUsage.rss() };
    process.send?.(answer);
  });
});
process.on('disconnect', () => process.exit(0));
