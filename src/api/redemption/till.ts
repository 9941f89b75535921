import { actorId } from '../../store';
import { networkOf } from '../http';
import type { Caller, LockSubject } from '../../store';

/** Who tries a code: the API key or person, and the address the call comes from; and whom it names at which store, which anybody can make up. */
export interface Till {
  caller: Caller;
  address: string;
  operator: string | null;
  storeId: string | null;
}

/** Guesses within a quarter of an hour that lock an address, of IPv6 its first 64 bits, for the merchant. */
const ADDRESS_LIMIT = 10;
/** Guesses from all addresses together that lock an API key or a person. */
const ACTOR_LIMIT = 50;
/** Codes within a quarter of an hour that whoever is locked may bring in vain from one address, each with a customer. */
const NAMED_LIMIT = 10;

/**
 * What guesses count against: who is authenticated, and from where. What a call says of itself (`operator`, `storeId`) does
 * neither help a guesser nor lock anybody else. Who guesses is struck before the address, so that no guess is without a trace of them.
 */
export function lockSubjects({ caller, address }: Till): LockSubject[] {
  return [
    { name: `${caller.actor.kind}/${actorId(caller.actor)}`, limit: ACTOR_LIMIT },
    { name: `address/${networkOf(address)}`, limit: ADDRESS_LIMIT },
  ];
}

/**
 * What counts against whoever is locked and still brings codes, each with its customer: who calls, at one address, so that a
 * guesser with a key does not shut out the other tills that use it.
 */
export function namedSubject({ caller, address }: Till): LockSubject {
  return { name: `named/${actorId(caller.actor)}/${networkOf(address)}`, limit: NAMED_LIMIT };
}
