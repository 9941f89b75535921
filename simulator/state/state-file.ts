import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { GrantsRecord } from '../bling';
import type { ReceivedMail } from '../mail';
import type { Delivery } from '../webhooks';
import type { ReceivedMessage } from '../whatsapp';
import type { CompanyRecord } from '../world';

/** Everything a restarted simulator goes on with. */
export interface SimulatorState {
  version: 1;
  companies: CompanyRecord[];
  grants: GrantsRecord;
  /** Webhooks not yet accepted. */
  deliveries: Delivery[];
  messages: ReceivedMessage[];
  mails: ReceivedMail[];
}

/** The state file exists but cannot be used. */
export class StateFileError extends Error {
  override readonly name = 'StateFileError';
}

/** The state saved in a file; undefined when there is none yet. Throws a StateFileError when it is unreadable. */
export function loadState(file: string): SimulatorState | undefined {
  if (!existsSync(file)) return undefined;
  try {
    const state = JSON.parse(readFileSync(file, 'utf8')) as SimulatorState;
    if (state.version === 1) return state;
  } catch (cause) {
    throw new StateFileError(
      `The simulator's state in ${file} is not readable. Delete the file to start afresh.`,
      {
        cause,
      },
    );
  }
  throw new StateFileError(
    `The simulator's state in ${file} is of another version. Delete the file to start afresh.`,
  );
}

const pauseMs = 500;
const pausePerWrite = 20;

/**
 * Keeps the state in a file: written to a neighbour and renamed, so that it is whole at any time. Changes are gathered
 * for half a second, longer when writing takes long, so that saving never costs more than a twentieth of the time.
 */
export class StateFile {
  private timer?: NodeJS.Timeout;
  private lastWriteMs = 0;
  private closed = false;

  constructor(
    private readonly file: string,
    private readonly state: () => SimulatorState,
  ) {
    mkdirSync(path.dirname(file), { recursive: true });
  }

  /** Saves before long. */
  save(): void {
    if (this.closed) return;
    this.timer ??= setTimeout(() => this.saveNow(), Math.max(pauseMs, this.lastWriteMs * pausePerWrite));
  }

  /** Saves before returning: for what must not be lost, like a rotated token. */
  saveNow(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    const started = performance.now();
    const neighbour = `${this.file}.new`;
    writeFileSync(neighbour, JSON.stringify(this.state()), { mode: 0o600 });
    renameSync(neighbour, this.file);
    this.lastWriteMs = performance.now() - started;
  }

  /** Saves a last time. */
  close(): void {
    this.saveNow();
    this.closed = true;
  }
}
