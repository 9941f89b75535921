/** What a key may: all but people and keys, what staff may at the till, or only to look. */
export type KeyScope = 'full' | 'till' | 'read';

/** What a person is in a merchant. */
export type Role = 'owner' | 'manager' | 'staff';

/** A key that calls. */
export interface KeyActor {
  kind: 'key';
  /** Names the key without being it: the beginning of its digest. */
  keyId: string;
  label: string;
  scope: KeyScope;
}

/** A person who has signed in. */
export interface PersonActor {
  kind: 'person';
  personId: string;
  name: string;
  role: Role;
  /** The stores the person is bound to; null: all of the merchant's. */
  storeIds: readonly string[] | null;
}

/** Who does something. */
export type Actor = KeyActor | PersonActor;

/** Who calls, and for which merchant. */
export interface Caller {
  merchantId: string;
  actor: Actor;
}

/** The id an actor goes by wherever a name would say too much. */
export function actorId(actor: Actor): string {
  return actor.kind === 'key' ? actor.keyId : actor.personId;
}
