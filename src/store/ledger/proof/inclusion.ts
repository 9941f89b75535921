import type { Mongo } from '../../mongo';
import { headModel } from './head-model';
import { merklePath, rootOfPath } from './merkle';
import { byCustomer, headLeaf } from './seal-hash';
import type { SealedHead } from './seal-model';
import { sealModel } from './seal-model';
import { sealMark } from './seals';
import type { SealMark } from './seals';

/**
 * The proof that a seal holds the ends of a customer's chains: with the seal's root, which whoever kept its hash can check, it
 * needs nothing else of the database.
 */
export interface Inclusion {
  seal: SealMark & { root: string };
  head: SealedHead;
  /** Place of the head among the seal's leaves, and how many these are. */
  index: number;
  size: number;
  /** The hashes beside the way from the leaf to the root. */
  path: string[];
}

/** The inclusion of a customer in the newest seal that has heads under a root and holds them; null where none does. */
export async function inclusionOf(
  mongo: Mongo,
  merchantId: string,
  customerId: string,
): Promise<Inclusion | null> {
  const own = await mongo
    .of(headModel)
    .findOne({ merchantId, customerId })
    .sort({ merchantId: -1, customerId: -1, n: -1 })
    .lean();
  const seal = own && (await mongo.of(sealModel).findOne({ merchantId, n: own.n }).lean());
  if (!seal?.root) return null;
  const heads = (await mongo.of(headModel).find({ merchantId, n: seal.n }).lean()).sort(byCustomer);
  const index = heads.findIndex((head) => head.customerId === customerId);
  const { _id, merchantId: _merchant, n: _n, ...head } = heads[index]!;
  const path = merklePath(heads.map(headLeaf), index);
  return { seal: { ...sealMark(seal), root: seal.root }, head, index, size: heads.length, path };
}

/** Whether the path of an inclusion leads from its head to its root. */
export function includes({ seal, head, index, size, path }: Inclusion): boolean {
  return rootOfPath(headLeaf(head), index, size, path) === seal.root;
}
