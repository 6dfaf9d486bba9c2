// A bare Fastify route that answers with the bytes of a file and the headers of another answer:
//   bare.ts PORT FILE HEADERS-JSON
import { readFileSync } from 'node:fs';
import fastify from 'fastify';

const [port = '0', file = '', headers = '{}'] = process.argv.slice(2);
const body = readFileSync(file);
const kept = JSON.parse(headers) as Record<string, string>;
const app = fastify();
app.get('/', (_request, reply) => reply.headers(kept).send(body));
await app.listen({ port: Number(port), host: '127.0.0.1' });
process.stdout.write('ready\n');
