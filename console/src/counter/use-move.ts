import { useRef, useState } from 'react';
import { NoAnswer, Refused } from '../api';
import { forgetMove, keepMove, keepOutcome, keptMove } from './kept-move';
import type { KeptMove } from './kept-move';
import { perform } from './moves';
import type { Move, Moved } from './moves';

/** How far a move is. */
export type MoveState =
  | { phase: 'none' }
  /** The person is asked whether it is to be done. */
  | { phase: 'asking'; move: Move }
  | { phase: 'sending'; move: Move }
  /** It may have been done. */
  | { phase: 'unknown'; kept: KeptMove; failure: unknown }
  | { phase: 'refused'; move: Move; failure: Refused }
  | { phase: 'done'; move: Move; moved: Moved; at: string; replayed: boolean };

/** What moves value, from the question to its end. */
export interface MoveControl {
  state: MoveState;
  /** Asks the person. */
  ask: (move: Move) => void;
  /** Does what was asked about, or asks the API again what became of it. */
  go: () => Promise<void>;
  /** Leaves the question, or what was said of the last move. */
  leave: () => void;
}

const AGAIN_MS = 1_000;
/** The API answers a call that is under way already at once; it ends within its deadline. */
const AGAIN_TIMES = 12;

/** @param onMoved after value has moved: what the page shows of it is old */
export function useMove(onMoved: () => void): MoveControl {
  const [state, setState] = useState<MoveState>(stateOfKept);
  const sending = useRef(false);

  async function send(kept: KeptMove): Promise<void> {
    if (sending.current) return;
    sending.current = true;
    setState({ phase: 'sending', move: kept.move });
    try {
      const { body: moved, replayed } = await patiently(() => perform(kept.move, kept.key));
      const { done } = keepOutcome(kept, moved);
      setState({ phase: 'done', move: kept.move, moved, at: done!.at, replayed });
      onMoved();
    } catch (failure) {
      if (failure instanceof Refused && isFinal(failure)) {
        forgetMove();
        setState({ phase: 'refused', move: kept.move, failure });
        onMoved();
      } else setState({ phase: 'unknown', kept, failure });
    } finally {
      sending.current = false;
    }
  }

  return {
    state,
    ask: (move) => setState({ phase: 'asking', move }),
    async go() {
      if (state.phase === 'asking') await send(keepMove(state.move));
      if (state.phase === 'unknown') await send(state.kept);
    },
    leave() {
      if (state.phase === 'sending' || state.phase === 'unknown') return;
      if (state.phase !== 'asking') forgetMove();
      setState({ phase: 'none' });
    },
  };
}

/** After a reload, or in a tab that was opened from this one. */
function stateOfKept(): MoveState {
  const kept = keptMove();
  if (!kept) return { phase: 'none' };
  if (!kept.done) return { phase: 'unknown', kept, failure: new NoAnswer('reloaded') };
  return { phase: 'done', move: kept.move, ...kept.done, replayed: true };
}

/** Whether nothing was done and nothing will be: everything else may have been done, or be done yet. */
function isFinal({ status, code }: Refused): boolean {
  return (status < 500 && code !== 'request_in_progress' && status !== 401) || code === 'request_expired';
}

/** Waits for a call with the same key that is under way. */
async function patiently<T>(call: () => Promise<T>): Promise<T> {
  for (let left = AGAIN_TIMES; ; left -= 1) {
    try {
      return await call();
    } catch (error) {
      const underWay = error instanceof Refused && error.code === 'request_in_progress';
      if (!underWay || left === 0) throw error;
      await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
    }
  }
}
