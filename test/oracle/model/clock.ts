import { activate, comeBack, inOrderOfUse } from './lots';
import type { Lot, Redemption, World } from './world';

/** Lets time pass until `until`: every due thing at the instant it is due (R1, R42, R45). */
export function letTimePass(world: World, until: number): void {
  for (let due = nextDue(world); due <= until; due = nextDue(world)) {
    world.now = Math.max(world.now, due);
    for (const lot of inOrderOfUse(world.lots)) if (activatesBy(lot, due)) activate(world, lot);
    for (const lot of world.lots) if (expiresBy(lot, due)) expire(lot);
    for (const redemption of world.redemptions) if (timesOutBy(redemption, due)) timeOut(world, redemption);
  }
  world.now = until;
}

const activatesBy = (lot: Lot, due: number): boolean => lot.pending > 0 && lot.activatesAt <= due;

const expiresBy = (lot: Lot, due: number): boolean =>
  lot.active > 0 && lot.expiresAt !== null && lot.expiresAt <= due;

const timesOutBy = (redemption: Redemption, due: number): boolean =>
  redemption.state === 'reserved' && redemption.timesOutAt <= due;

function nextDue(world: World): number {
  return Math.min(
    ...world.lots.filter((lot) => lot.pending > 0).map((lot) => lot.activatesAt),
    ...world.lots.filter((lot) => lot.active > 0).map((lot) => lot.expiresAt ?? Infinity),
    ...world.redemptions.filter(({ state }) => state === 'reserved').map((one) => one.timesOutAt),
  );
}

/** What nobody was reminded of goes on, once. */
function expire(lot: Lot): void {
  if (lot.goesOnUntil !== undefined && lot.goesOnUntil > lot.expiresAt!) {
    lot.expiresAt = lot.goesOnUntil;
    lot.goesOnUntil = undefined;
    return;
  }
  lot.expired += lot.active;
  lot.active = 0;
}

function timeOut(world: World, redemption: Redemption): void {
  redemption.state = 'timed_out';
  comeBack(world, redemption, 'reserved');
}
