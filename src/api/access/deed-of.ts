import type { Caller, Deed } from '../../store';

/** A call as what its caller does to the merchant's people and keys; with a key nobody may. */
export function deedOf({ actor }: Caller, now: number): Deed {
  return { by: actor.kind === 'person' ? actor.personId : actor.keyId, now: new Date(now) };
}
