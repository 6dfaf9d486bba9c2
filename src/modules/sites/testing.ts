import { createSocket, type Socket } from 'node:dgram';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

// Servers of a test: a name server that knows what it is told, and a web server. Both answer as real ones do.

type Records = Readonly<Record<string, { readonly txt?: string; readonly a?: string }>>;

const TYPES = { a: 1, txt: 16 } as const;

/** A name server on this machine; gives its address and how to stop it. */
export async function nameServer(
  records: Records,
): Promise<{ address: string; stop: () => Promise<void> }> {
  const socket = createSocket('udp4');
  socket.on('message', (question, from) => {
    socket.send(answered(question, records), from.port, from.address);
  });
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve));
  const { port } = socket.address();
  return { address: `127.0.0.1:${port}`, stop: () => closed(socket) };
}

const closed = (socket: Socket): Promise<void> =>
  new Promise((resolve) => socket.close(() => resolve()));

function answered(question: Buffer, records: Records): Buffer {
  const labels: string[] = [];
  let at = 12;
  for (let size = question[at] ?? 0; size > 0; size = question[at] ?? 0) {
    labels.push(question.toString('latin1', at + 1, at + 1 + size));
    at += size + 1;
  }
  const type = question.readUInt16BE(at + 1);
  const asked = question.subarray(12, at + 5);
  const data = dataOf(records[labels.join('.').toLowerCase()], type);
  const head = Buffer.alloc(12);
  question.copy(head, 0, 0, 2);
  head.writeUInt16BE(data === null ? 0x8183 : 0x8180, 2);
  head.writeUInt16BE(1, 4);
  head.writeUInt16BE(data === null ? 0 : 1, 6);
  if (data === null) return Buffer.concat([head, asked]);
  const row = Buffer.alloc(12);
  row.writeUInt16BE(0xc00c, 0);
  row.writeUInt16BE(type, 2);
  row.writeUInt16BE(1, 4);
  row.writeUInt32BE(60, 6);
  row.writeUInt16BE(data.length, 10);
  return Buffer.concat([head, asked, row, data]);
}

function dataOf(record: Records[string] | undefined, type: number): Buffer | null {
  if (type === TYPES.a && record?.a !== undefined)
    return Buffer.from(record.a.split('.').map(Number));
  if (type !== TYPES.txt || record?.txt === undefined) return null;
  const text = Buffer.from(record.txt);
  return Buffer.concat([Buffer.from([text.length]), text]);
}

/** A web server that answers paths with texts; the host that was asked stands before each path. */
export async function webServer(
  pages: Readonly<Record<string, string>>,
): Promise<{ port: number; asked: string[]; stop: () => Promise<void> }> {
  const asked: string[] = [];
  const server: Server = createServer((request, response) => {
    const key = `${request.headers.host}${request.url}`;
    asked.push(key);
    const text = pages[key];
    if (text?.startsWith('-> ')) response.writeHead(302, { location: text.slice(3) }).end();
    else response.writeHead(text === undefined ? 404 : 200).end(text);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    asked,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
