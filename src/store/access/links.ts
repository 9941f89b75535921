import { randomBytes } from 'node:crypto';
import type { ClientSession } from 'mongoose';
import { newId } from '../../ids';
import { digest } from '../secret';
import { inTransaction } from '../mongo';
import type { Mongo } from '../mongo';
import { meetAsOwner } from './deed';
import type { Deed } from './deed';
import { linkModel } from './link-model';
import type { LinkDoc, LinkKind, Offer } from './link-model';
import { membershipModel, personModel } from './person-model';

const HOUR_MS = 60 * 60_000;

/** How long a link can be used. */
export const LINK_LASTS_MS: Readonly<Record<LinkKind, number>> = {
  invitation: 72 * HOUR_MS,
  password_reset: HOUR_MS,
};

/** An invitation as it is kept. */
export interface Invitation extends Offer {
  id: string;
  merchantId: string;
  email: string;
  expiresAt: Date;
}

/** A link that was just made: the only time its token is readable. */
export interface IssuedLink {
  id: string;
  token: string;
  expiresAt: Date;
}

/** Why a link cannot be used: it was never issued; it was used, withdrawn or replaced; its time is over. */
export type LinkFault = 'unknown' | 'closed' | 'expired';

/** What somebody may do who was sent a link. */
export interface Links {
  /**
   * Replaces an open invitation of the same merchant to the same address; whoever uses the address is not one of its people yet.
   * @throws NotAnOwnerError
   */
  invite(offer: Omit<Invitation, 'id' | 'expiresAt'>, now: Date): Promise<IssuedLink | 'already_member'>;
  /**
   * @param personId null where nobody has the e-mail that was given: the link is of no use, and costs the same
   * @param to `shown`: not only the person sees it, so that its use does not prove that they read the address's letters
   */
  requestReset(personId: string | null, now: Date, to?: 'sent' | 'shown'): Promise<IssuedLink>;
  /** Why a token could set no password now; null: it could. */
  resetFault(token: string, now: Date): Promise<LinkFault | null>;
  /** The invitation of a token that could be accepted now; else why not. */
  invitation(token: string, now: Date): Promise<Invitation | LinkFault>;
  /** A merchant's invitations that are open, newest first. */
  invitations(merchantId: string, now: Date): Promise<Invitation[]>;
  /** Withdraws an open one; null: there is none. @throws NotAnOwnerError */
  withdraw(merchantId: string, id: string, deed: Deed): Promise<Invitation | null>;
}

/** The links of one database. */
export function createLinks(mongo: Mongo): Links {
  async function issue(
    kind: LinkKind,
    about: Partial<Pick<LinkDoc, 'merchantId' | 'personId' | 'email' | 'offer' | 'shown'>>,
    now: Date,
    session?: ClientSession,
  ): Promise<IssuedLink> {
    const token = randomBytes(32).toString('base64url');
    const id = newId(kind === 'invitation' ? 'inv' : 'rst');
    const expiresAt = new Date(now.getTime() + LINK_LASTS_MS[kind]);
    const nobodys = { merchantId: null, personId: null, email: null, offer: null };
    await mongo.of(linkModel).insertMany(
      [
        {
          ...{ _id: digest(token), kind, linkId: id, ...nobodys, ...about },
          ...{ createdAt: now, expiresAt, closedAt: null },
        },
      ],
      { lean: true, ...(session ? { session } : {}) },
    );
    return { id, token, expiresAt };
  }

  return {
    invite({ merchantId, email, ...offer }, now) {
      return inTransaction(mongo, async (session) => {
        await meetAsOwner(mongo, merchantId, offer.invitedBy, session);
        if (await isMember(mongo, { merchantId, email }, session)) return 'already_member';
        await closeInvitations(mongo, { merchantId, email }, now, session);
        return issue('invitation', { merchantId, email, offer }, now, session);
      });
    },
    requestReset: (personId, now, to = 'sent') =>
      issue('password_reset', { personId, ...(to === 'shown' ? { shown: true } : {}) }, now),
    async resetFault(token, now) {
      const doc = await mongo
        .of(linkModel)
        .findOne({ _id: digest(token), kind: 'password_reset' })
        .lean();
      return doc === null || doc.personId === null ? 'unknown' : faultOf(doc, now);
    },
    async invitation(token, now) {
      const doc = await mongo
        .of(linkModel)
        .findOne({ _id: digest(token), kind: 'invitation' })
        .lean();
      return doc === null ? 'unknown' : (faultOf(doc, now) ?? invitationOf(doc));
    },
    async invitations(merchantId, now) {
      const open = { merchantId, closedAt: null, expiresAt: { $gt: now } };
      const docs = await mongo.of(linkModel).find(open).sort({ createdAt: -1, _id: -1 }).lean();
      return docs.map(invitationOf);
    },
    withdraw(merchantId, linkId, { by, now }) {
      const open = { merchantId, closedAt: null, linkId };
      return inTransaction(mongo, async (session) => {
        await meetAsOwner(mongo, merchantId, by, session);
        const doc = await mongo
          .of(linkModel)
          .findOneAndUpdate(open, { $set: { closedAt: now } }, { returnDocument: 'after', session })
          .lean();
        return doc && invitationOf(doc);
      });
    },
  };
}

/**
 * Does `work` for whoever is the first to use a link, and closes it, together or not at all: of several who use it at once one does.
 * @returns what `work` does, or why the link cannot be used
 */
export async function useLink<T>(
  mongo: Mongo,
  { kind, token }: { kind: LinkKind; token: string },
  now: Date,
  work: (link: LinkDoc, session: ClientSession) => Promise<T>,
): Promise<{ done: T } | { fault: LinkFault }> {
  return inTransaction(mongo, async (session) => {
    const _id = digest(token);
    const open = { _id, kind, closedAt: null, expiresAt: { $gt: now } };
    const link = await mongo
      .of(linkModel)
      .findOneAndUpdate(open, { $set: { closedAt: now } }, { returnDocument: 'after', session })
      .lean();
    if (link) return { done: await work(link, session) };
    const known = await mongo.of(linkModel).findOne({ _id, kind }).session(session).lean();
    return { fault: (known && faultOf(known, now)) ?? 'unknown' };
  });
}

/** Closes what resets of a person's password are still open. */
export async function closeResets(
  mongo: Mongo,
  personId: string,
  now: Date,
  session: ClientSession,
): Promise<void> {
  await mongo
    .of(linkModel)
    .updateMany({ personId, closedAt: null }, { $set: { closedAt: now } }, { session });
}

/** Closes a merchant's open invitations: those to an address, or those that somebody issued. */
export async function closeInvitations(
  mongo: Mongo,
  { merchantId, ...which }: { merchantId: string } & ({ email: string } | { 'offer.invitedBy': string }),
  now: Date,
  session: ClientSession,
): Promise<void> {
  await mongo
    .of(linkModel)
    .updateMany({ merchantId, closedAt: null, ...which }, { $set: { closedAt: now } }, { session });
}

async function isMember(
  mongo: Mongo,
  { merchantId, email }: Pick<Invitation, 'merchantId' | 'email'>,
  session: ClientSession,
): Promise<boolean> {
  const person = await mongo.of(personModel).findOne({ email }).select({ _id: 1 }).session(session).lean();
  if (!person) return false;
  const which = { merchantId, personId: person._id };
  return (await mongo.of(membershipModel).exists(which).session(session)) !== null;
}

/** What an invitation says; its merchant, address and offer are there by what it is. */
export function invitationOf({ linkId, merchantId, email, offer, expiresAt }: LinkDoc): Invitation {
  return { id: linkId, merchantId: merchantId!, email: email!, ...offer!, expiresAt };
}

function faultOf({ closedAt, expiresAt }: LinkDoc, now: Date): LinkFault | null {
  if (closedAt !== null) return 'closed';
  return expiresAt <= now ? 'expired' : null;
}
