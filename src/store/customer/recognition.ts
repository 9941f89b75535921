import { mergeIdOf } from '../../ids';
import { Refusal } from '../../loyalty';
import type { Reviews } from '../review';
import type { CustomerContact } from './contact-data';
import type { Customers } from './customers';
import type { Merge, Merges } from './merges';

/** The rooms recognition works with. */
export interface RecognitionRooms {
  customers: Pick<Customers, 'identify'>;
  merges: Pick<Merges, 'merge' | 'ofCustomer' | 'toWake'>;
  reviews: Pick<Reviews, 'open' | 'of'>;
}

/** Who a contact is, and the merges whose live sales whoever asked has to wake (`wakeMergedSales`). */
export interface Recognised {
  customerId: string;
  created: boolean;
  merges: Merge[];
}

/**
 * The customer a contact is. Other records its keys lead to follow from it: those proved to be of the same person become
 * one, unless a person told them apart; likely ones are put before a person, once. Merges that an earlier
 * call made without waking the sales are answered too, so that a repetition heals what broke off.
 */
export async function recogniseCustomer(
  rooms: RecognitionRooms,
  merchantId: string,
  contact: CustomerContact,
  now: Date,
): Promise<Recognised> {
  const { customerId, created, others } = await rooms.customers.identify(merchantId, contact, now);
  for (const other of others.merge) await mergeProven(rooms, merchantId, other, customerId, now);
  for (const other of others.review) {
    const facts = { reasons: ['Telefone, e-mail ou cadastro na origem em comum'] };
    const pair = { merchantId, kind: 'same_customer' as const, subjects: [customerId, other] as const };
    await rooms.reviews.open(pair, facts, now);
  }
  return { customerId, created, merges: await rooms.merges.toWake(merchantId, customerId) };
}

async function mergeProven(
  rooms: RecognitionRooms,
  merchantId: string,
  from: string,
  into: string,
  now: Date,
): Promise<void> {
  if (await wereToldApart(rooms, merchantId, from, into)) return;
  const order = { id: mergeIdOf(merchantId, `automatic/${from}/${into}`), merchantId, from, into };
  const proof = { automatic: true, force: false, operator: null, reason: null };
  try {
    await rooms.merges.merge({ ...order, ...proof }, now.getTime());
  } catch (error) {
    // Somebody else has merged one of them at the same moment: the next look finds the customer that remains.
    if (!(error instanceof Refusal)) throw error;
  }
}

/** A person has decided about the pair already: undone their merge, or answered a review that they are two. */
async function wereToldApart(
  { merges, reviews }: RecognitionRooms,
  merchantId: string,
  a: string,
  b: string,
): Promise<boolean> {
  const former = await merges.ofCustomer(merchantId, a);
  if (former.some((one) => one.undoneAt !== null && [one.from, one.into].includes(b))) return true;
  const review = await reviews.of({ merchantId, kind: 'same_customer', subjects: [a, b] });
  return review?.decision === 'distinct';
}
