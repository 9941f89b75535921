import type { ClientSession } from 'mongoose';
import { newId } from '../../ids';
import { inTransaction, isDuplicateKey } from '../mongo';
import type { Mongo } from '../mongo';
import { digest } from '../secret';
import { meetAsOwner } from './deed';
import type { Deed } from './deed';
import { closeInvitations } from './links';
import { changeOwnPassword } from './own-password';
import type { PasswordChange } from './own-password';
import { membershipModel, personModel } from './person-model';
import type { MembershipDoc, PersonDoc } from './person-model';

/** Somebody who can sign in; `id` in place of `_id`. */
export interface Person extends Omit<PersonDoc, '_id' | 'signIns' | 'unverified'> {
  id: string;
}

/** What a person is in one merchant. */
export type Membership = Pick<MembershipDoc, 'merchantId' | 'personId' | 'role' | 'storeIds'>;

/** A person of a merchant, with what they are there. */
export interface Member extends Pick<Membership, 'role' | 'storeIds'> {
  person: Person;
  since: Date;
}

/** Why somebody's membership stays as it is: a merchant is never without an owner, and only staff are bound to stores. */
export type MemberFault = 'not_a_member' | 'last_owner' | 'stores_bind_staff';

/** A membership before and after it was changed. */
export interface MemberChange {
  before: Membership;
  after: Membership;
}

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
  /** @param password null: nobody signs in with one until another is chosen */
  setPassword(personId: string, password: string | null): Promise<void>;
  /** Sets another, ends their other sessions and closes open links to another; false: it is not what was compared any more. */
  changePassword(personId: string, change: PasswordChange, now: Date): Promise<boolean>;
  /** What a person is, in every merchant or in one. */
  memberships(personId: string, merchantId?: string): Promise<Membership[]>;
  /** Everybody of a merchant, by name. */
  members(merchantId: string): Promise<Member[]>;
  /** False: the person is one of the merchant's already, and nothing changed. */
  join(membership: Membership, now: Date): Promise<boolean>;
  /**
   * Changes the fields that are given, and no other; who is made an owner or manager is bound to no store any more, and the open
   * invitations of who is no owner any more are closed.
   * @throws NotAnOwnerError
   */
  change(
    merchantId: string,
    personId: string,
    change: Partial<Pick<Membership, 'role' | 'storeIds'>>,
    deed: Deed,
  ): Promise<MemberChange | MemberFault>;
  /** What the person was; their open invitations, and those to them, are closed. @throws NotAnOwnerError */
  leave(merchantId: string, personId: string, deed: Deed): Promise<Membership | MemberFault>;
}

/** The people of one database. */
export function createPeople(mongo: Mongo): People {
  const one = async (filter: Record<string, unknown>): Promise<Person | null> => {
    const doc = await mongo.findOne(personModel, filter);
    return doc && asPerson(doc);
  };

  /** The membership as it is when nobody else changes any of the merchant's; whether an owner stays if it goes. */
  async function held(
    { merchantId, personId }: Pick<Membership, 'merchantId' | 'personId'>,
    { by }: Deed,
    session: ClientSession,
  ): Promise<{ before: Membership; isLastOwner: boolean } | null> {
    await meetAsOwner(mongo, merchantId, by, session);
    const doc = await mongo.of(membershipModel).findOne({ merchantId, personId }).session(session).lean();
    if (!doc) return null;
    const others = { merchantId, role: 'owner' as const, personId: { $ne: personId } };
    const isLastOwner =
      doc.role === 'owner' && !(await mongo.of(membershipModel).exists(others).session(session));
    return { before: asMembership(doc), isLastOwner };
  }

  /** What was issued by somebody who is no owner any more opens nothing, nor does what was issued to them. */
  async function closeLinks(
    { merchantId, personId }: Membership,
    { now }: Deed,
    session: ClientSession,
  ): Promise<void> {
    await closeInvitations(mongo, { merchantId, 'offer.invitedBy': personId }, now, session);
    const person = await mongo.of(personModel).findOne({ _id: personId }).session(session).lean();
    if (person) await closeInvitations(mongo, { merchantId, email: person.email }, now, session);
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

    changePassword: (personId, change, now) => changeOwnPassword(mongo, personId, change, now),
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

    change(merchantId, personId, change, deed) {
      const which = { merchantId, personId };
      const unbinds = change.role !== undefined && change.role !== 'staff' && change.storeIds === undefined;
      const written = { ...change, ...(unbinds ? { storeIds: null } : {}) };
      return inTransaction(mongo, async (session) => {
        const found = await held(which, deed, session);
        if (!found) return 'not_a_member';
        const { before, isLastOwner } = found;
        const after = { ...before, ...written };
        if (after.storeIds !== null && after.role !== 'staff') return 'stores_bind_staff';
        if (isLastOwner && after.role !== 'owner') return 'last_owner';
        await mongo.of(membershipModel).updateOne(which, { $set: written }, { session });
        if (before.role === 'owner' && after.role !== 'owner') await closeLinks(before, deed, session);
        return { before, after };
      });
    },

    leave(merchantId, personId, deed) {
      const which = { merchantId, personId };
      return inTransaction(mongo, async (session) => {
        const found = await held(which, deed, session);
        if (!found) return 'not_a_member';
        if (found.isLastOwner) return 'last_owner';
        await mongo.of(membershipModel).deleteOne(which, { session });
        await closeLinks(found.before, deed, session);
        return found.before;
      });
    },
  };
}

function asPerson({ _id, email, name, password, createdAt }: PersonDoc): Person {
  return { id: _id, email, name, password, createdAt };
}

function asMembership({ merchantId, personId, role, storeIds }: MembershipDoc): Membership {
  return { merchantId, personId, role, storeIds };
}
