import { useEffect, useEffectEvent, useReducer, useRef, useState } from 'react';
import { isFinal, NoAnswer, Refused } from '../api';
import { isStill } from '../session';
import {
  alone,
  forgetMove,
  goesOn,
  isOfMoves,
  keepMove,
  keepOutcome,
  keptMove,
  movesOfOthers,
  moveToShow,
  parkedMoves,
  parkMove,
  showHere,
  twinOf,
} from './kept-move';
import type { KeptMove, Who } from './kept-move';
import { perform } from './moves';
import type { Move, Moved } from './moves';

/** How far a move is. */
export type MoveState =
  | { phase: 'none' }
  /** The person is asked whether it is to be done; `before`: the same was just done elsewhere, or may have been. */
  | { phase: 'asking'; move: Move; before: KeptMove | null }
  | { phase: 'sending'; move: Move }
  /** It may have been done. */
  | { phase: 'unknown'; kept: KeptMove; failure: unknown }
  /** Nothing was done. */
  | { phase: 'refused'; move: Move; failure: unknown }
  /** Nothing was sent: calls would go out as another person, or for a merchant that one has left. */
  | { phase: 'changed' }
  | { phase: 'done'; move: Move; moved: Moved; at: string; replayed: boolean };

/** What moves value, from the question to its end. */
export interface MoveControl {
  state: MoveState;
  /** Whether something has to end first: nothing else is begun until then. */
  isHeld: boolean;
  /** What others began and nobody knows the end of. */
  others: readonly KeptMove[];
  /** One's own without an answer that wait while others are served. */
  parked: readonly KeptMove[];
  /** Asks the person. */
  ask: (move: Move) => void;
  /** Does what was asked about, or asks the API again what became of it. */
  go: () => Promise<void>;
  /** Lets what has no answer wait, for the API cannot say. */
  later: () => void;
  /** Asks the API again what became of one that waits. */
  resume: (kept: KeptMove) => Promise<void>;
  /** Leaves the question, or what was said of the last move. */
  leave: () => void;
  /** Somebody has found out what became of another's move, or of one's own that may not be tried again. */
  foundOut: (kept: KeptMove) => void;
}

const AGAIN_MS = 1_000;
/** The API answers a call that is under way already at once; it ends within its deadline. */
const AGAIN_TIMES = 12;

/** @param onMoved after value has moved: what the page shows of it is old */
export function useMove(who: Who, onMoved: () => void): MoveControl {
  const [state, setState] = useState<MoveState>(() => stateOf(moveToShow(who)));
  const [, look] = useReducer((times: number) => times + 1, 0);
  const sending = useRef(false);
  const isHeld = state.phase === 'sending' || state.phase === 'unknown' || state.phase === 'changed';

  const heardOf = useEffectEvent(() => {
    look();
    if (state.phase !== 'unknown') return;
    const kept = keptMove(state.kept.key);
    // Another tab has learned what became of it.
    if (kept && !kept.done) return;
    setState(stateOf(kept));
    onMoved();
  });
  useEffect(() => {
    const hear = (event: StorageEvent): void => {
      if (isOfMoves(event)) heardOf();
    };
    window.addEventListener('storage', hear);
    return () => window.removeEventListener('storage', hear);
  }, []);

  /** Once at a time here, and for the same move once at a time in the browser. */
  async function send(move: Move, work: () => Promise<MoveState>): Promise<void> {
    if (sending.current) return;
    sending.current = true;
    setState({ phase: 'sending', move });
    const end = await alone(who, move, work).catch((failure: unknown) => notDone(move, failure));
    sending.current = false;
    setState(end);
    if (end.phase === 'done' || end.phase === 'refused' || end.phase === 'asking') onMoved();
  }

  return {
    ...{ state, isHeld, others: movesOfOthers(who), parked: isHeld ? [] : parkedMoves(who) },
    ask(move) {
      if (!isHeld) setState({ phase: 'asking', move, before: null });
    },
    async go() {
      if (state.phase === 'asking') {
        const { move, before } = state;
        await send(move, () => begin(who, move, before));
      }
      if (state.phase === 'unknown') {
        const { kept } = state;
        await send(kept.move, () => goOn(kept));
      }
    },
    later() {
      if (state.phase !== 'unknown') return;
      parkMove(state.kept);
      showHere(null);
      setState({ phase: 'none' });
    },
    async resume(kept) {
      if (!isHeld) await send(kept.move, () => goOn(kept));
    },
    leave() {
      if (isHeld) return;
      showHere(null);
      setState({ phase: 'none' });
    },
    foundOut({ key }) {
      forgetMove(key);
      if (state.phase !== 'unknown' || state.kept.key !== key) return look();
      showHere(null);
      setState({ phase: 'none' });
    },
  };
}

/** After a reload, in a tab that was opened from this one, or where another tab has gone on. */
function stateOf(kept: KeptMove | null): MoveState {
  if (!kept) return { phase: 'none' };
  if (!kept.done) return { phase: 'unknown', kept, failure: new NoAnswer('reloaded') };
  return { phase: 'done', move: kept.move, ...kept.done, replayed: true };
}

function notDone(move: Move, failure: unknown): MoveState {
  return { phase: 'refused', move, failure };
}

/** Sends a move for the first time. @param before what the person was told of the same move, and wants another all the same */
async function begin(who: Who, move: Move, before: KeptMove | null): Promise<MoveState> {
  const twin = twinOf(who, move);
  if (twin && twin.key !== before?.key) {
    if (!goesOn(twin, who)) return { phase: 'asking', move: moveAfter(twin, move), before: twin };
    // The same to the last field goes on under its key; of another the person says what is to become of it.
    if (JSON.stringify(twin.move) === JSON.stringify(move)) return goOn(twin);
    return { phase: 'unknown', kept: twin, failure: new NoAnswer('begun in another tab') };
  }
  if (!(await isStill(who.personId, who.merchantId))) return { phase: 'changed' };
  return deliver(keepMove(who, move));
}

/** The same once more: where both were asked of the same balance, less is left. */
function moveAfter({ done, move: before }: KeptMove, move: Move): Move {
  if (!done || before.kind !== 'use' || move.kind !== 'use' || before.left !== move.left) return move;
  const used = move.type === 'cashback' ? move.amountCents : move.points;
  return { ...move, left: Math.max(0, move.left - used) };
}

/** Goes on with a move that may have been done. */
async function goOn(kept: KeptMove): Promise<MoveState> {
  const now = keptMove(kept.key);
  if (now?.done) return stateOf(now);
  try {
    const { personId, merchantId } = kept.who;
    if (!(await isStill(personId, merchantId))) return { phase: 'changed' };
  } catch (failure) {
    return { phase: 'unknown', kept, failure };
  }
  return deliver(kept, true);
}

/** @param isAgain it was sent before */
async function deliver(kept: KeptMove, isAgain = false): Promise<MoveState> {
  const { move, key } = kept;
  showHere(kept);
  try {
    const { body: moved, replayed } = await patiently(() => perform(move, key));
    const { done } = keepOutcome(kept, moved);
    return { phase: 'done', move, moved, at: done!.at, replayed };
  } catch (failure) {
    if (!isFinal(failure, isAgain)) return { phase: 'unknown', kept, failure };
    forgetMove(key);
    return notDone(move, failure);
  }
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
