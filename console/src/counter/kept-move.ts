import type { Move, Moved } from './moves';

/** A move with its key, as this tab keeps it until the person has seen what became of it. */
export interface KeptMove {
  readonly key: string;
  readonly move: Move;
  /** What it came to; absent: not known. */
  readonly done?: { readonly moved: Moved; readonly at: string };
}

const SLOT = 'retorno.move';

/**
 * The move that this tab has not finished: after a reload, and in a tab that was opened from it, it is the same with the same key,
 * so that nothing is done twice.
 */
export function keptMove(): KeptMove | null {
  const text = sessionStorage.getItem(SLOT);
  return text === null ? null : (JSON.parse(text) as KeptMove);
}

/** Keeps a move under a key of its own before it is sent; one that is kept already goes on under the key it has. */
export function keepMove(move: Move): KeptMove {
  const known = keptMove();
  if (known && !known.done && JSON.stringify(known.move) === JSON.stringify(move)) return known;
  return keep({ key: newKey(), move });
}

/** Keeps what became of it. */
export function keepOutcome(kept: KeptMove, moved: Moved): KeptMove {
  return keep({ ...kept, done: { moved, at: new Date().toISOString() } });
}

/** It is over: the next one is another. */
export function forgetMove(): void {
  sessionStorage.removeItem(SLOT);
}

function keep(kept: KeptMove): KeptMove {
  sessionStorage.setItem(SLOT, JSON.stringify(kept));
  return kept;
}

/** A key for one call. Not `crypto.randomUUID`, which browsers only have under https and on one's own machine. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return `console-${Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}
