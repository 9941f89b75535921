import { newId } from '../../ids';
import { digest } from '../secret';
import type { Mongo } from '../mongo';
import { meetAsOwner } from './deed';
import { closeInvitations, closeResets, invitationOf, useLink } from './links';
import type { Invitation, LinkFault } from './links';
import { membershipModel, personModel } from './person-model';
import { secondFactorModel } from './second-factor-model';
import { sessionModel } from './session-model';

/** Who accepts an invitation: whoever has the address already, or somebody new with a password as it is kept. */
export type Accepting = { personId: string } | { name: string; password: string };

/** What came of an invitation. */
export type Acceptance = { personId: string; invitation: Invitation; joined: boolean };

/** What came of a password's reset: whose, by which link, and whether a second factor was taken away with it. */
export type PasswordReset = { personId: string; linkId: string; freed: boolean };

/** What is done by links that can be used once. */
export interface LinkUses {
  /**
   * Makes whoever accepts one of the merchant's people, and closes what else invites the same address there; `joined` false: they were
   * already. Of several at once one is done.
   * @throws a duplicate key's error where somebody else has taken the address at the same moment
   */
  accept(token: string, who: Accepting, now: Date): Promise<Acceptance | LinkFault>;
  /**
   * Sets a password as it is kept, ends every session of the person, and closes their other resets. A person who was not known to
   * read the address's letters loses the second factor, which another may have turned on in their place.
   */
  resetPassword(token: string, password: string, now: Date): Promise<PasswordReset | LinkFault>;
}

/** The uses of links of one database. */
export function createLinkUses(mongo: Mongo): LinkUses {
  return {
    async accept(token, who, now) {
      const used = await useLink(mongo, { kind: 'invitation', token }, now, async (link, session) => {
        const invitation = invitationOf(link);
        const { merchantId, email, role, storeIds } = invitation;
        // Whoever invites to the same address at the same moment comes before or after.
        await meetAsOwner(mongo, merchantId, null, session);
        await closeInvitations(mongo, { merchantId, email }, now, session);
        const personId = 'personId' in who ? who.personId : newId('per');
        if (!('personId' in who)) {
          const chosen = { name: who.name, password: who.password };
          const person = { _id: personId, email, ...chosen, unverified: true, createdAt: now };
          await mongo.of(personModel).insertMany([person], { lean: true, session });
        }
        const _id = digest(merchantId, personId);
        if (await mongo.of(membershipModel).exists({ _id, merchantId }).session(session))
          return { personId, invitation, joined: false };
        const membership = { _id, merchantId, personId, role, storeIds, createdAt: now };
        await mongo.of(membershipModel).insertMany([membership], { lean: true, session });
        return { personId, invitation, joined: true };
      });
      return 'done' in used ? used.done : used.fault;
    },
    async resetPassword(token, password, now) {
      const used = await useLink(mongo, { kind: 'password_reset', token }, now, async (link, session) => {
        const { personId } = link;
        // Of an address that nobody has: its token was told to no one.
        if (personId === null) return null;
        const proves = link.shown !== true;
        const before = await mongo
          .of(personModel)
          .findOneAndUpdate(
            { _id: personId },
            { $set: { password }, ...(proves ? { $unset: { unverified: 1 } } : {}) },
            { session },
          )
          .lean();
        const freed = proves && before?.unverified === true;
        if (freed) await mongo.of(secondFactorModel).deleteOne({ _id: personId }, { session });
        await closeResets(mongo, personId, now, session);
        await mongo.of(sessionModel).deleteMany({ personId }, { session });
        return { personId, linkId: link.linkId, freed };
      });
      return 'done' in used ? (used.done ?? 'unknown') : used.fault;
    },
  };
}
