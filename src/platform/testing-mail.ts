import { createServer, type Server, type Socket } from 'node:net';

/** A mail server that takes what it gets, or first says what `answers` holds. */
export class MailServer {
  readonly letters: { from: string; to: string[]; data: string }[] = [];
  answers: string[] = [];
  #server: Server;

  constructor() {
    this.#server = createServer((socket) => this.#talk(socket));
  }

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return `smtp://127.0.0.1:${(this.#server.address() as { port: number }).port}`;
  }

  stop(): Promise<void> {
    return new Promise((resolve) => this.#server.close(() => resolve()));
  }

  #talk(socket: Socket): void {
    let letter = { from: '', to: [] as string[], data: '' };
    let inData = false;
    let rest = '';
    const say = (line: string) => socket.write(`${line}\r\n`);
    const command = (line: string) => {
      const word = line.slice(0, 4).toUpperCase();
      if (word === 'MAIL') letter.from = line;
      if (word === 'RCPT') letter.to.push(line);
      if (word === 'RCPT' && this.answers.length > 0) return say(this.answers.shift()!);
      inData = word === 'DATA';
      if (word === 'QUIT') return socket.end('221 bye\r\n');
      return say(inData ? '354 go on' : '250 fine');
    };
    socket.setEncoding('utf8').on('error', () => {});
    socket.on('data', (chunk: string) => {
      const lines = (rest + chunk).split('\r\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        if (!inData) command(line);
        else if (line !== '.') letter.data += `${line}\r\n`;
        else {
          inData = false;
          this.letters.push(letter);
          letter = { from: '', to: [], data: '' };
          say('250 taken');
        }
      }
    });
    say('220 test');
  }
}
