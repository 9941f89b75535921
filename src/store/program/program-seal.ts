import { mongo } from 'mongoose';
import { keyedDigest } from '../secret';
import type { ProgramDoc } from './program-model';

/** What says of a version that it was published as it stands. */
export type ProgramSealer = (version: Omit<ProgramDoc, 'seal'>) => string;

/** How it is known of a version that it was published as it stands. */
export interface ProgramSeals {
  seal: ProgramSealer;
  /** Answers since when no version of the product publishes any more without a seal; null: one may. */
  alone(): Promise<Date | null>;
}

/** Somebody has changed a published version by hand, or has put it in: nothing is paid by it. */
export class ForgedProgramError extends Error {
  override readonly name = 'ForgedProgramError';

  /** @param version its number */
  constructor(
    merchantId: string,
    readonly version: number,
  ) {
    super(
      `Version ${version} of the program of ${merchantId} is not as it was published, and nothing was done by it. ` +
        'Restore it from a backup; where it is the newest, publishing another puts an end to it for new sales.',
    );
  }
}

/** @throws ForgedProgramError for a version that nobody has published as it stands */
export async function requirePublished({ seal, alone }: ProgramSeals, doc: ProgramDoc): Promise<void> {
  const published = doc.seal === undefined ? (await alone()) === null : doc.seal === seal(doc);
  if (!published) throw new ForgedProgramError(doc.merchantId, doc.version);
}

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
