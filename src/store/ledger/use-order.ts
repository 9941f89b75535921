import type { Redemption } from '../../loyalty';
import type { Mongo } from '../mongo';
import { entryModel } from './entry-model';

type Use = Pick<Redemption, 'id' | 'reservedAt' | 'closedAt' | 'useNumber'>;

/** What happened to each use: it was reserved, or undone. With when that was, and the natural key of the entry that says so. */
const HAPPENED = {
  reserved: { at: ({ reservedAt }: Use) => reservedAt, key: ({ id }: Use) => `reserve/${id}` },
  undone: { at: ({ closedAt }: Use) => closedAt ?? 0, key: ({ id }: Use) => `rollback/${id}` },
};

/**
 * The uses in the order in which that happened to them, oldest first. One millisecond is no order: those of the same one go by
 * their places in the ledger, ledger by ledger; and where no entry tells, uses of a voucher by their numbers, any others by id.
 */
export async function inOrderOf<One extends Use>(
  happened: keyof typeof HAPPENED,
  mongo: Mongo,
  merchantId: string,
  uses: readonly One[],
): Promise<One[]> {
  const { at, key } = HAPPENED[happened];
  const byTime = uses.toSorted((one, other) => at(one) - at(other));
  const tied = byTime.filter((use, n) =>
    [byTime[n - 1], byTime[n + 1]].some((next) => next && at(next) === at(use)),
  );
  if (tied.length === 0) return byTime;
  const placeOf = await placesOf(mongo, merchantId, tied.map(key));
  return byTime.sort((one, other) => {
    if (at(one) !== at(other)) return at(one) - at(other);
    const [a, b] = [placeOf.get(key(one)), placeOf.get(key(other))];
    return (
      byText(a?.customerId ?? '', b?.customerId ?? '') ||
      (a?.seq ?? 0) - (b?.seq ?? 0) ||
      (one.useNumber ?? 0) - (other.useNumber ?? 0) ||
      byText(one.id, other.id)
    );
  });
}

/** In whose ledger, and where in it, each of these entries stands. */
async function placesOf(
  mongo: Mongo,
  merchantId: string,
  keys: readonly string[],
): Promise<Map<string, { customerId: string; seq: number }>> {
  const found = await mongo
    .of(entryModel)
    .find({ merchantId, _id: { $in: keys.map((key) => `${merchantId}/${key}`) } })
    .select({ key: 1, customerId: 1, seq: 1 })
    .lean();
  return new Map(found.map(({ key, customerId, seq }) => [key, { customerId, seq }]));
}

function byText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
