import { createWriteStream, existsSync, renameSync } from 'node:fs';
import type { WriteStream } from 'node:fs';

/** pino's number for `error`; everything from there on is worth a line on the terminal. */
const ERROR_LEVEL = 50;
/** The same error again within this time is only counted. */
const QUIET_MS = 30_000;
const KEPT_LINES = 12;
const KEPT_ALERTS = 200;

/** Where lines worth a person's attention go. */
export type Alert = (text: string) => void;

/**
 * The log of one product process: every line goes to its file, errors also go to the terminal in one line
 * each. The log of the run before is kept beside it as `….previous.log`.
 */
export class ChildLog {
  private readonly file: WriteStream;
  private readonly lastAlerts = new Map<string, number>();
  private readonly recent: string[] = [];

  constructor(
    private readonly name: string,
    readonly path: string,
    private readonly alert: Alert,
    private readonly now: () => number = Date.now,
  ) {
    if (existsSync(path)) renameSync(path, path.replace(/\.log$/, '.previous.log'));
    this.file = createWriteStream(path, { flags: 'a', mode: 0o600 });
  }

  /** Takes a line the process printed; gives it back parsed when it is a JSON object. */
  take(line: string): Record<string, unknown> | undefined {
    this.file.write(`${line}\n`);
    const entry = parseObject(line);
    if (entry === undefined) {
      this.recent.push(line);
      if (this.recent.length > KEPT_LINES) this.recent.shift();
    } else if (typeof entry.level === 'number' && entry.level >= ERROR_LEVEL) {
      this.alertOnce(describe(entry));
    }
    return entry;
  }

  /** The last lines that were not JSON, oldest first: what a crash or a settings error leaves behind. */
  takeRecentText(): string[] {
    return this.recent.splice(0);
  }

  /** Closes the file. */
  close(): Promise<void> {
    return new Promise((resolve) => this.file.end(() => resolve()));
  }

  private alertOnce(text: string): void {
    const last = this.lastAlerts.get(text);
    if (last !== undefined && this.now() - last < QUIET_MS) return;
    if (this.lastAlerts.size >= KEPT_ALERTS) this.lastAlerts.clear();
    this.lastAlerts.set(text, this.now());
    this.alert(`${this.name}: ${text} (more in ${this.path})`);
  }
}

function describe(entry: Record<string, unknown>): string {
  const error = entry.err as { type?: unknown; message?: unknown } | undefined;
  const parts = [entry.msg, error?.message].filter((part) => typeof part === 'string' && part !== '');
  return [...new Set(parts)].join(': ') || 'an error without a message';
}

function parseObject(line: string): Record<string, unknown> | undefined {
  if (!line.startsWith('{')) return undefined;
  try {
    return JSON.parse(line) as Record<string, unknown>;
  } catch {
    return undefined;
  }
}
