import { newKey } from '../api';
import { sameness } from './moves';
import type { Move, Moved } from './moves';

/** Who does something, for which merchant: a key counts for nobody else, and sent by another it would do it again. */
export interface Who {
  readonly personId: string;
  readonly personName: string;
  readonly merchantId: string;
}

/** A move with its key, as this browser keeps it until it is known what became of it. */
export interface KeptMove {
  readonly key: string;
  readonly who: Who;
  readonly move: Move;
  /** When it was begun. */
  readonly at: string;
  /** The page that began it. */
  readonly tab: string;
  /** It waits without an answer while others are served, until somebody tries again. */
  readonly parked?: true;
  /** What it came to; absent: not known. */
  readonly done?: { readonly moved: Moved; readonly at: string };
}

/** Each move lies by itself: no tab writes over another's. */
const SLOT = 'retorno.move.';
/** Which of them this tab shows; after a reload, and in a tab that was opened from it, it is the same. */
const HERE = 'retorno.move-here';
/** How long something done counts as just done. */
const JUST_MS = 10 * 60_000;
/** The API keeps answers for thirty days. What is older than this is not sent again, but looked up by people. */
const RESENT_WITHIN_MS = 7 * 24 * 60 * 60_000;
/** This page, until it is loaded again. */
const TAB = newKey();

/** Moves of a merchant that this browser knows of, the oldest first. */
function keptMoves(merchantId: string): KeptMove[] {
  return Object.keys(localStorage)
    .filter((name) => name.startsWith(SLOT))
    .map((name) => JSON.parse(localStorage.getItem(name) ?? 'null') as KeptMove | null)
    .filter((kept) => kept?.who.merchantId === merchantId)
    .filter((kept) => kept !== null)
    .sort((one, other) => (one.at < other.at ? -1 : 1));
}

/** Whether a change of the browser's storage, which other tabs are told of, is of a move. */
export function isOfMoves({ key }: StorageEvent): boolean {
  return key === null || key.startsWith(SLOT);
}

/** A move as it is now; null: it is over. */
export function keptMove(key: string): KeptMove | null {
  const text = localStorage.getItem(SLOT + key);
  return text === null ? null : (JSON.parse(text) as KeptMove);
}

/** The move that somebody has to see to here: the one this tab shows, or one of theirs that has no answer. */
export function moveToShow(who: Who): KeptMove | null {
  forgetDone(JUST_MS);
  const own = keptMoves(who.merchantId).filter((kept) => isOwn(kept, who));
  const here = sessionStorage.getItem(HERE);
  return own.find(({ key }) => key === here) ?? own.find(({ done, parked }) => !done && !parked) ?? null;
}

/** One's own moves without an answer that wait. */
export function parkedMoves(who: Who): KeptMove[] {
  return keptMoves(who.merchantId).filter((kept) => kept.parked && !kept.done && isOwn(kept, who));
}

/** Moves without an answer that only people can find out about: others began them, or it is too long ago. */
export function movesOfOthers(who: Who): KeptMove[] {
  return keptMoves(who.merchantId).filter((kept) => !kept.done && !isOwn(kept, who));
}

/** Whether it can be sent again by this person. */
function isOwn({ who, at }: KeptMove, { personId }: Who): boolean {
  return who.personId === personId && Date.now() - Date.parse(at) < RESENT_WITHIN_MS;
}

/** The same move, where it is under way or without an answer, or was just done in another tab. */
export function twinOf(who: Who, move: Move): KeptMove | null {
  forgetDone(JUST_MS);
  const same = sameness(move);
  const twins = keptMoves(who.merchantId).filter((kept) => sameness(kept.move) === same);
  return twins.find(({ done, tab }) => !done || tab !== TAB) ?? null;
}

/** Whether this person goes on with a move under its key. */
export function goesOn(kept: KeptMove, who: Who): boolean {
  return !kept.done && isOwn(kept, who);
}

/** Keeps a move under a key of its own, before it is sent. */
export function keepMove(who: Who, move: Move): KeptMove {
  return keep({ key: newKey(), who, move, at: new Date().toISOString(), tab: TAB });
}

/** Keeps what became of it. */
export function keepOutcome(kept: KeptMove, moved: Moved): KeptMove {
  return keep({ ...kept, done: { moved, at: new Date().toISOString() } });
}

/** Lets it wait. */
export function parkMove(kept: KeptMove): KeptMove {
  return keep({ ...kept, parked: true });
}

/** It is over. */
export function forgetMove(key: string): void {
  localStorage.removeItem(SLOT + key);
}

/** Forgets what was done longer ago than that. */
export function forgetDone(longerAgoMs = 0): void {
  for (const name of Object.keys(localStorage).filter((one) => one.startsWith(SLOT))) {
    const { done, key } = JSON.parse(localStorage.getItem(name) ?? '{}') as Partial<KeptMove>;
    if (done && key !== undefined && Date.now() - Date.parse(done.at) >= longerAgoMs) forgetMove(key);
  }
}

/** What this tab shows from now on; null: nothing of before. */
export function showHere(kept: KeptMove | null): void {
  if (kept === null) sessionStorage.removeItem(HERE);
  else sessionStorage.setItem(HERE, kept.key);
}

/**
 * Does something with a move while no other tab of this browser does anything with the same one. Browsers lock only under https and
 * on one's own machine: elsewhere what is kept is the only guard, which two presses within milliseconds may pass.
 */
export async function alone<T>({ merchantId }: Who, move: Move, work: () => Promise<T>): Promise<T> {
  if (!window.isSecureContext) return work();
  return await navigator.locks.request(`${SLOT}${merchantId}/${sameness(move)}`, work);
}

function keep(kept: KeptMove): KeptMove {
  localStorage.setItem(SLOT + kept.key, JSON.stringify(kept));
  return kept;
}
