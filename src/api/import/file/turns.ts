import { setImmediate as nextTurn } from 'node:timers/promises';

/** Pieces of work that are done in one go: rows, or slices of a file. Each takes well under a millisecond. */
const PIECES = 10;

/**
 * Gives the other requests of the process their turn while a long file is read: whoever works through it says so after each
 * piece, and after a few pieces waits until everybody else has been served once.
 */
export class Turns {
  private pieces = 0;

  constructor(private readonly give: () => Promise<unknown> = nextTurn) {}

  /** One more piece of work is done. */
  async piece(): Promise<void> {
    this.pieces += 1;
    if (this.pieces < PIECES) return;
    this.pieces = 0;
    await this.give();
  }
}
