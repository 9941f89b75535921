import { mergeIdOf } from '../../ids';
import type { Reviews } from '../review';
import type { CustomerContact, ToldBy } from './contact-data';
import type { Customers } from './customers';
import type { Merges, MovedSales } from './merges';

/** The rooms recognition works with. */
export interface RecognitionRooms {
  customers: Pick<Customers, 'identify'>;
  merges: Pick<Merges, 'ofCustomer' | 'toWake'>;
  reviews: Pick<Reviews, 'open' | 'of'>;
}

/** Two records that are proved to be of one person. The id is that of the merge to be made. */
export interface ProvenMerge {
  merchantId: string;
  id: string;
  from: string;
  into: string;
}

/** Who a contact is, and what whoever asked has to have done, by something that is sure to be: it takes as long as it takes. */
export interface Recognised {
  customerId: string;
  created: boolean;
  /** The fields of a known customer that the contact has changed. */
  changed: string[];
  /** Records that have to be merged into the customer. */
  proven: ProvenMerge[];
  /** Merges that were made, and whose live sales have not been woken yet. */
  moved: MovedSales[];
}

/**
 * The customer a contact is. Other records its keys lead to follow from it: those proved to be of the same person have to become
 * one, unless a person told them apart; likely ones are put before a person, once. Merges that were made without waking
 * the sales are answered too, so that a repetition heals what broke off.
 */
export async function recogniseCustomer(
  rooms: RecognitionRooms,
  merchantId: string,
  contact: CustomerContact,
  now: Date,
  toldBy: ToldBy = 'source',
): Promise<Recognised> {
  const found = await rooms.customers.identify(merchantId, contact, now, toldBy);
  const { customerId, created, changed, others } = found;
  const proven: ProvenMerge[] = [];
  for (const from of others.merge) {
    if (await wereToldApart(rooms, merchantId, from, customerId)) continue;
    const id = mergeIdOf(merchantId, `automatic/${from}/${customerId}`);
    proven.push({ merchantId, id, from, into: customerId });
  }
  for (const other of others.review) {
    const facts = { reasons: ['Telefone, e-mail ou cadastro na origem em comum'] };
    const pair = { merchantId, kind: 'same_customer' as const, subjects: [customerId, other] as const };
    await rooms.reviews.open(pair, facts, now);
  }
  // Nobody was merged into somebody who has only just come.
  const moved = created ? [] : await rooms.merges.toWake(merchantId, customerId);
  return { customerId, created, changed, proven, moved };
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
