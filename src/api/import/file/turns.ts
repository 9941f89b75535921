import { setImmediate as nextTurn } from 'node:timers/promises';

/** Pieces of work that are done in one go: rows, or slices of a file. Each takes well under a millisecond. */
const PIECES = 10;
/** Rows of more characters than this, together, are not done in one go. */
const CHARACTERS = 16 * 1024;

/**
 * Gives the other requests of the process their turn while a long file is read: whoever works through it says so after each
 * piece, and after a few pieces waits until everybody else has been served once.
 */
export class Turns {
  private pieces = 0;
  private characters = 0;

  constructor(private readonly give: () => Promise<unknown> = nextTurn) {}

  /** One more piece of work is done. @param characters those of a row, whose length says how much work it is */
  async piece(characters = 0): Promise<void> {
    this.pieces += 1;
    this.characters += characters;
    if (this.pieces < PIECES && this.characters < CHARACTERS) return;
    this.pieces = 0;
    this.characters = 0;
    await this.give();
  }
}
