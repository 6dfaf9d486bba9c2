import { redact, redactText } from './log/redact.ts';

export type LogLevel = 'debug' | 'info' | 'warn' | 'error';
export type LogData = Readonly<Record<string, unknown>>;

/** Writes one line of JSON for each message; secrets are taken out wherever they stand. */
export interface Log {
  debug(message: string, data?: LogData): void;
  info(message: string, data?: LogData): void;
  warn(message: string, data?: LogData): void;
  error(message: string, data?: LogData): void;
  /** A log that adds these fields to each line, such as `requestId`. */
  child(data: LogData): Log;
}

export interface LogOptions {
  /** The least level that is written; 'info' when left out. */
  readonly level?: LogLevel;
  /** Takes a whole line with its line end; standard error when left out. */
  readonly write?: (line: string) => void;
  readonly now?: () => Date;
}

const ORDER: Record<LogLevel, number> = { debug: 10, info: 20, warn: 30, error: 40 };

/** Makes a log: lines `{time, level, message, …data}`. */
export function createLog(options: LogOptions = {}): Log {
  const least = ORDER[options.level ?? 'info'];
  const write = options.write ?? ((line: string) => void process.stderr.write(line));
  const now = options.now ?? (() => new Date());
  const make = (base: LogData): Log => {
    const at = (level: LogLevel) => (message: string, data?: LogData) => {
      if (ORDER[level] < least) return;
      const head = { time: now().toISOString(), level, message: redactText(message) };
      const rest = redact({ ...base, ...data }) as LogData;
      write(`${JSON.stringify({ ...rest, ...head })}\n`);
    };
    return {
      debug: at('debug'),
      info: at('info'),
      warn: at('warn'),
      error: at('error'),
      child: (data) => make({ ...base, ...data }),
    };
  };
  return make({});
}

/** A log that writes nothing, for tests and short commands. */
export const silentLog: Log = createLog({ write: () => {} });
