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

/** Guesses within a quarter of an hour that lock whoever made them: a person, or with a key, which many tills share, an address. */
const ONES_LIMIT = 10;
/** Guesses that lock what several share: a key from all its addresses, or for all people an address, of IPv6 its first 64 bits. */
const SHARED_LIMIT = 50;
/** Codes within a quarter of an hour that whoever is locked may bring in vain from one address, each with a customer. */
const NAMED_LIMIT = 10;

/**
 * What guesses count against: who is authenticated, and from where. What a call says of itself (`operator`, `storeId`) does
 * neither help a guesser nor lock anybody else. Who guesses is struck before the address, so that no guess is without a trace of them;
 * a person is locked before the others who work at the same address.
 */
export function lockSubjects({ caller: { actor }, address }: Till): LockSubject[] {
  const network = networkOf(address);
  return actor.kind === 'person'
    ? [
        { name: `person/${actorId(actor)}`, limit: ONES_LIMIT },
        { name: `address/people/${network}`, limit: SHARED_LIMIT },
      ]
    : [
        { name: `key/${actorId(actor)}`, limit: SHARED_LIMIT },
        { name: `address/${network}`, limit: ONES_LIMIT },
      ];
}

/**
 * What counts against whoever is locked and still brings codes, each with its customer: who calls, at one address, so that a
 * guesser with a key does not shut out the other tills that use it.
 */
export function namedSubject({ caller, address }: Till): LockSubject {
  return { name: `named/${actorId(caller.actor)}/${networkOf(address)}`, limit: NAMED_LIMIT };
}
