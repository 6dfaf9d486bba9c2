// The process that draws pictures. They come from anybody: what is made to fill the memory or the time of
// whoever opens it ends this process, not the server.
import { drawHere } from './draw.ts';
import type { Answer, Ask } from './messages.ts';

process.on('message', (ask: Ask) => {
  drawHere(ask).then((drawn) => {
    const answer: Answer = { id: ask.id, drawn, memory: process.memoryUsage.rss() };
    process.send?.(answer);
  });
});
process.on('disconnect', () => process.exit(0));
