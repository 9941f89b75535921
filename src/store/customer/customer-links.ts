import { randomBytes } from 'node:crypto';
import { changedOrMade } from '../mongo';
import type { Mongo } from '../mongo';
import { DecryptionError, digest } from '../secret';
import type { Sealer } from '../secret';
import { recordsOf } from './family';
import { customerLinkModel } from './customer-link-model';
import type { CustomerLinkDoc } from './customer-link-model';

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

/** The links of customers. Who has one is taken for the customer, so its token is kept as a digest and sealed. */
export interface CustomerLinks {
  /** The token of a customer's link; null: there is none that can be read. */
  token(merchantId: string, customerId: string): Promise<string | null>;
  /** The same, made now where there is none. Of several who make it at once all get the same. */
  make(merchantId: string, customerId: string, now: Date): Promise<string>;
  /**
   * Another one in its place, and in that of the links of records that were merged into the customer, for they lead to the same. The
   * former ones go on taking messages back, as they stand in those that were sent.
   */
  replace(merchantId: string, customerId: string, now: Date): Promise<string>;
  /** Whose a token is; null: nobody's. */
  owner(token: string): Promise<LinkOwner | null>;
}

/** @param sealer of the tokens */
export function createCustomerLinks(mongo: Mongo, sealer: Sealer): CustomerLinks {
  const fresh = (customerId: string): { token: string; hash: string; sealed: string } => {
    const token = randomBytes(TOKEN_BYTES).toString('base64url');
    return { token, hash: digest(token), sealed: sealer.seal(customerId, token) };
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

  const renew = async (merchantId: string, customerId: string, now: Date): Promise<string> => {
    const { token, hash, sealed } = fresh(customerId);
    await changedOrMade(mongo.of(customerLinkModel), customerId, {
      $setOnInsert: { merchantId, createdAt: now },
      $set: { sealed, updatedAt: now },
      $push: { hashes: { $each: [hash], $slice: -KEPT } },
    });
    return token;
  };

  return {
    async token(merchantId, customerId) {
      const doc = await mongo.findOne(customerLinkModel, { _id: customerId, merchantId });
      return doc && readable(doc);
    },
    async make(merchantId, customerId, now) {
      const { hash, sealed } = fresh(customerId);
      const made = { merchantId, hashes: [hash], sealed, createdAt: now, updatedAt: now };
      const doc = await changedOrMade(mongo.of(customerLinkModel), customerId, { $setOnInsert: made });
      return readable(doc) ?? renew(merchantId, customerId, now);
    },
    async replace(merchantId, customerId, now) {
      const records = await recordsOf(mongo, merchantId, customerId);
      const filter = { _id: { $in: records.filter((id) => id !== customerId) }, merchantId };
      const others = await mongo.find(customerLinkModel, filter, { fields: { _id: 1 } });
      for (const { _id } of others) await renew(merchantId, _id, now);
      return renew(merchantId, customerId, now);
    },
    async owner(token) {
      if (!TOKEN.test(token)) return null;
      const hash = digest(token);
      const doc = await mongo.findOne(customerLinkModel, { hashes: hash });
      return doc && { merchantId: doc.merchantId, customerId: doc._id, former: doc.hashes.at(-1) !== hash };
    },
  };
}
