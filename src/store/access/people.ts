import type { ClientSession } from 'mongoose';
import { newId } from '../../ids';
import { inTransaction, isDuplicateKey } from '../mongo';
import type { Mongo } from '../mongo';
import { digest } from '../secret';
import { merchantModel } from './merchant-model';
import { membershipModel, personModel } from './person-model';
import type { MembershipDoc, PersonDoc } from './person-model';

/** Somebody who can sign in; `id` in place of `_id`. */
export interface Person extends Omit<PersonDoc, '_id'> {
  id: string;
}

/** What a person is in one merchant. */
export type Membership = Pick<MembershipDoc, 'merchantId' | 'personId' | 'role' | 'storeIds'>;

/** A person of a merchant, with what they are there. */
export interface Member extends Pick<Membership, 'role' | 'storeIds'> {
  person: Person;
  since: Date;
}

/** What becomes of a change to somebody's membership; a merchant is never without an owner. */
export type MemberChange = 'done' | 'not_a_member' | 'last_owner';

/** People, and what they are in which merchants. Personal data: answered, never logged. */
export interface People {
  get(personId: string): Promise<Person | null>;
  /** The names of people, by id; of who is not there any more none. */
  names(personIds: readonly string[]): Promise<Map<string, string>>;
  /** @param email in the one spelling addresses are compared in */
  byEmail(email: string): Promise<Person | null>;
  /** The person with this address: the one that is there, untouched, or a new one; however many come at once, one is made. */
  register(
    person: Pick<Person, 'email' | 'name' | 'password'>,
    now: Date,
  ): Promise<{ person: Person; created: boolean }>;
  setPassword(personId: string, password: string): Promise<void>;
  /** What a person is, in every merchant or in one. */
  memberships(personId: string, merchantId?: string): Promise<Membership[]>;
  /** Everybody of a merchant, by name. */
  members(merchantId: string): Promise<Member[]>;
  /** False: the person is one of the merchant's already, and nothing changed. */
  join(membership: Membership, now: Date): Promise<boolean>;
  change(
    merchantId: string,
    personId: string,
    change: Partial<Pick<Membership, 'role' | 'storeIds'>>,
  ): Promise<MemberChange>;
  leave(merchantId: string, personId: string): Promise<MemberChange>;
}

/** The people of one database. */
export function createPeople(mongo: Mongo): People {
  const one = async (filter: Record<string, unknown>): Promise<Person | null> => {
    const doc = await mongo.findOne(personModel, filter);
    return doc && asPerson(doc);
  };

  /** Changes a membership; two owners who would take the last place from each other meet at their merchant. */
  async function amend(
    { merchantId, personId }: Pick<Membership, 'merchantId' | 'personId'>,
    staysOwner: boolean,
    write: (session: ClientSession) => Promise<{ matchedCount: number }>,
  ): Promise<MemberChange> {
    return inTransaction(mongo, async (session) => {
      if (!staysOwner) {
        await mongo
          .of(merchantModel)
          .updateOne({ _id: merchantId }, { $inc: { peopleVersion: 1 } }, { session });
        const others = { merchantId, role: 'owner' as const, personId: { $ne: personId } };
        const itself = { merchantId, role: 'owner' as const, personId };
        const owns = await mongo.of(membershipModel).exists(itself).session(session);
        if (owns && !(await mongo.of(membershipModel).exists(others).session(session))) return 'last_owner';
      }
      return (await write(session)).matchedCount === 0 ? 'not_a_member' : 'done';
    });
  }

  return {
    get: (personId) => one({ _id: personId }),
    async names(personIds) {
      const fields = { name: 1 as const };
      const docs = await mongo.find(personModel, { _id: { $in: [...personIds] } }, { fields });
      return new Map(docs.map(({ _id, name }) => [_id, name]));
    },
    byEmail: (email) => one({ email }),

    async register({ email, name, password }, now) {
      const doc: PersonDoc = { _id: newId('per'), email, name, password, createdAt: now };
      try {
        await mongo.of(personModel).insertMany([doc], { lean: true });
        return { person: asPerson(doc), created: true };
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
        return { person: (await one({ email }))!, created: false };
      }
    },

    async setPassword(personId, password) {
      await mongo.of(personModel).updateOne({ _id: personId }, { $set: { password } });
    },

    async memberships(personId, merchantId) {
      const filter = merchantId === undefined ? { personId } : { merchantId, personId };
      return (await mongo.find(membershipModel, filter)).map(asMembership);
    },

    async members(merchantId) {
      const found = await mongo.find(membershipModel, { merchantId });
      const docs = await mongo.find(personModel, { _id: { $in: found.map(({ personId }) => personId) } });
      const people = new Map(docs.map((doc) => [doc._id, asPerson(doc)]));
      return found
        .flatMap(({ personId, role, storeIds, createdAt }) => {
          const person = people.get(personId);
          return person ? [{ person, role, storeIds, since: createdAt }] : [];
        })
        .sort((a, b) => a.person.name.localeCompare(b.person.name, 'pt-BR'));
    },

    async join({ merchantId, personId, role, storeIds }, now) {
      const _id = digest(merchantId, personId);
      try {
        const doc = { _id, merchantId, personId, role, storeIds, createdAt: now };
        await mongo.of(membershipModel).insertMany([doc], { lean: true });
        return true;
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
        return false;
      }
    },

    change(merchantId, personId, change) {
      const which = { merchantId, personId };
      const staysOwner = change.role === undefined || change.role === 'owner';
      return amend(which, staysOwner, (session) =>
        mongo.of(membershipModel).updateOne(which, { $set: change }, { session }),
      );
    },

    leave(merchantId, personId) {
      const which = { merchantId, personId };
      return amend(which, false, async (session) => {
        const { deletedCount } = await mongo.of(membershipModel).deleteOne(which, { session });
        return { matchedCount: deletedCount };
      });
    },
  };
}

function asPerson({ _id, ...doc }: PersonDoc): Person {
  return { id: _id, ...doc };
}

function asMembership({ merchantId, personId, role, storeIds }: MembershipDoc): Membership {
  return { merchantId, personId, role, storeIds };
}
