import { mongo } from 'mongoose';
import { keyedDigest } from '../secret';
import type { ProgramDoc } from './program-model';

/** What says of a version that it was published as it stands. */
export type ProgramSealer = (version: Omit<ProgramDoc, 'seal'>) => string;

/**
 * Seals published versions: an HMAC over everything of one, which nobody makes who can only write to the database. It goes over kinds
 * of values too, and a field that is null is another one than a field that is not there: whoever calculates by it would tell them apart.
 */
export function programSealer(encryptionKey: Buffer): ProgramSealer {
  const digestOf = keyedDigest(encryptionKey, 'published programs');
  return ({ _id, merchantId, version, program, publishedAt }) =>
    digestOf(
      mongo.BSON.EJSON.stringify({ _id, merchantId, version, program, publishedAt }, { relaxed: true }),
    );
}
