import { randomBytes } from 'node:crypto';
import { changedOrMade } from '../mongo';
import type { Mongo } from '../mongo';
import { DecryptionError, digest } from '../secret';
import type { Sealer } from '../secret';
import { recordsOf } from './family';
import { customerLinkModel } from './customer-link-model';
import type { CustomerLinkDoc } from './customer-link-model';
import { linkTokens } from './link-tokens';
import type { LinkTokens, LinkUse } from './link-tokens';

/** Nobody guesses one: 192 bits, of letters that stand in an address as they are. */
const TOKEN_BYTES = 24;
const TOKEN = /^[\w-]{32}$/;
/** So many former tokens still take messages back: whoever has a link replaced more often wants to be rid of the oldest too. */
const KEPT = 50;

/** Whose link was opened. */
export interface LinkOwner {
  merchantId: string;
  /** The record it was made for, also if that was merged away since. */
  customerId: string;
  /** Whether it was replaced: then it shows nothing of the customer. */
  former: boolean;
}

/**
 * The links of customers. Who has that of the page is taken for the customer, so its token is kept as a digest and sealed; what takes
 * messages back and what a till reads are tokens of their own, which come from it and open nothing.
 */
export interface CustomerLinks {
  /** The tokens of a customer's link; null: there is none, or not all of it, and it has to be made. */
  tokens(merchantId: string, customerId: string): Promise<LinkTokens | null>;
  /** The same, made now where there is none. Of several who make it at once all get the same. */
  make(merchantId: string, customerId: string, now: Date): Promise<LinkTokens>;
  /**
   * Another one in its place, and in that of the links of records that were merged into the customer, for they lead to the same. The
   * former ones go on taking messages back, as they stand in those that were sent.
   * @param call names the call that asks for it: made again, also after half of it was done, it gets the link that is in force
   */
  replace(merchantId: string, customerId: string, now: Date, call: string): Promise<LinkTokens>;
  /**
   * Whose a token is that is used so; null: nobody's. Links that were sent when one token stood for all go on: that of the page also
   * takes messages back, and is read at a till.
   */
  owner(token: string, use: LinkUse): Promise<LinkOwner | null>;
}

/** @param sealer of the tokens */
export function createCustomerLinks(mongo: Mongo, sealer: Sealer): CustomerLinks {
  const fresh = (customerId: string): Fresh => {
    const page = randomBytes(TOKEN_BYTES).toString('base64url');
    return { hash: digest(page), sealed: sealer.seal(customerId, page), ...known(page) };
  };

  /** @returns null where no key opens it: the link is as good as lost, and another takes its place */
  const readable = ({ _id, sealed }: CustomerLinkDoc): string | null => {
    try {
      return sealer.open(_id, sealed);
    } catch (error) {
      if (error instanceof DecryptionError) return null;
      throw error;
    }
  };

  /** What an earlier version has made or replaced is known by its first token alone, until somebody looks. */
  const makeKnown = async (doc: CustomerLinkDoc, page: string): Promise<void> => {
    if (isKnown(doc, page)) return;
    const { optOut, till } = known(page);
    await mongo.of(customerLinkModel).updateOne(
      { _id: doc._id, merchantId: doc.merchantId, sealed: doc.sealed },
      {
        $set: { till },
        $addToSet: { optOuts: optOut },
        $push: { hashes: { $each: [optOut], $position: 0 } },
      },
    );
  };

  const make = async (merchantId: string, customerId: string, now: Date): Promise<LinkTokens> => {
    const { hash, sealed, optOut, till } = fresh(customerId);
    const made = { merchantId, hashes: [optOut, hash], sealed, optOuts: [optOut], till };
    for (;;) {
      const doc = await changedOrMade(mongo.of(customerLinkModel), customerId, {
        $setOnInsert: { ...made, createdAt: now, updatedAt: now },
      });
      const page = readable(doc);
      if (page !== null) {
        await makeKnown(doc, page);
        return linkTokens(page);
      }
      const lost = { _id: customerId, merchantId: doc.merchantId, sealed: doc.sealed };
      await mongo.of(customerLinkModel).updateOne(lost, replacement(fresh(customerId), now));
    }
  };

  const replaceOne = async (
    merchantId: string,
    customerId: string,
    now: Date,
    call: string,
  ): Promise<LinkTokens> => {
    await make(merchantId, customerId, now);
    const others = { _id: customerId, merchantId, replacedBy: { $ne: call } };
    await mongo.of(customerLinkModel).updateOne(others, replacement(fresh(customerId), now, call));
    return make(merchantId, customerId, now);
  };

  return {
    async tokens(merchantId, customerId) {
      const doc = await mongo.findOne(customerLinkModel, { _id: customerId, merchantId });
      const page = doc && readable(doc);
      return page !== null && isKnown(doc!, page) ? linkTokens(page) : null;
    },
    make,
    async replace(merchantId, customerId, now, call) {
      const by = digest(merchantId, call);
      const records = await recordsOf(mongo, merchantId, customerId);
      const filter = { _id: { $in: records.filter((id) => id !== customerId) }, merchantId };
      const others = await mongo.find(customerLinkModel, filter, { fields: { _id: 1 } });
      for (const { _id } of others) await replaceOne(merchantId, _id, now, by);
      return replaceOne(merchantId, customerId, now, by);
    },
    async owner(token, use) {
      if (!TOKEN.test(token)) return null;
      const hash = digest(token);
      const doc = await mongo.findOne(customerLinkModel, knownBy(hash, use));
      if (!doc) return null;
      const { merchantId, _id: customerId } = doc;
      const isOptOut = doc.optOuts?.includes(hash) ?? false;
      if (isOptOut && use !== 'optOut') return null;
      if (isOptOut || !doc.hashes.includes(hash)) {
        const page = readable(doc);
        return { merchantId, customerId, former: page === null || linkTokens(page)[use] !== token };
      }
      const former = doc.hashes.at(-1) !== hash;
      // Its page shows the code for the till.
      if (use === 'page' && !former) await makeKnown(doc, token);
      return { merchantId, customerId, former };
    },
  };
}

/** A token of a page as it is kept, and by what those that come from it are known. */
interface Fresh {
  hash: string;
  sealed: string;
  optOut: string;
  till: string;
}

function known(page: string): Pick<Fresh, 'optOut' | 'till'> {
  const { optOut, till } = linkTokens(page);
  return { optOut: digest(optOut), till: digest(till) };
}

/** Whether what comes from the token in force is known too. */
function isKnown(doc: CustomerLinkDoc, page: string): boolean {
  const { optOut, till } = known(page);
  return doc.till === till && (doc.optOuts?.includes(optOut) ?? false);
}

function knownBy(hash: string, use: LinkUse): Record<string, unknown> {
  if (use === 'page') return { hashes: hash };
  return { $or: [{ hashes: hash }, use === 'till' ? { till: hash } : { optOuts: hash }] };
}

function replacement({ hash, sealed, optOut, till }: Fresh, now: Date, call?: string): object {
  const added = (...some: string[]): object => ({ $each: some, $slice: -KEPT * some.length });
  return {
    $set: { sealed, till, updatedAt: now },
    $push: {
      ...{ hashes: added(optOut, hash), optOuts: added(optOut) },
      ...(call === undefined ? {} : { replacedBy: added(call) }),
    },
  };
}
