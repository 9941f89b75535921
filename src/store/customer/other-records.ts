import { mergeIdOf } from '../../ids';
import type { MatchDecision } from '../../loyalty';
import type { Mongo } from '../mongo';
import { createReviews } from '../review';
import { MergeError } from './merge-error';
import { createMerges } from './merges';

/**
 * What follows from a contact whose keys lead to more than one record: those proved to be of the same person become one,
 * likely ones are put before a person, once. What a person has decided about a pair stands.
 */
export async function followOthers(
  mongo: Mongo,
  merchantId: string,
  { match, merge, review }: Extract<MatchDecision, { match: string }>,
  now: Date,
): Promise<void> {
  for (const other of merge) await mergeProven(mongo, merchantId, other, match, now);
  for (const other of review) {
    const facts = { reasons: ['Telefone, e-mail ou cadastro na origem em comum'] };
    const pair = { merchantId, kind: 'same_customer' as const, subjects: [match, other] as const };
    await createReviews(mongo).open(pair, facts, now);
  }
}

async function mergeProven(
  mongo: Mongo,
  merchantId: string,
  from: string,
  into: string,
  now: Date,
): Promise<void> {
  if (await wereToldApart(mongo, merchantId, from, into)) return;
  const order = { id: mergeIdOf(merchantId, `automatic/${from}/${into}`), merchantId, from, into };
  const proof = { automatic: true, force: false, operator: null, reason: null };
  try {
    await createMerges(mongo).merge({ ...order, ...proof }, now.getTime());
  } catch (error) {
    // Somebody else has merged one of them at the same moment: the next look finds the customer that remains.
    if (!(error instanceof MergeError)) throw error;
  }
}

async function wereToldApart(mongo: Mongo, merchantId: string, a: string, b: string): Promise<boolean> {
  const former = await createMerges(mongo).ofCustomer(merchantId, a);
  if (former.some((one) => one.undoneAt !== null && [one.from, one.into].includes(b))) return true;
  const review = await createReviews(mongo).of({ merchantId, kind: 'same_customer', subjects: [a, b] });
  return review?.decision === 'distinct';
}
