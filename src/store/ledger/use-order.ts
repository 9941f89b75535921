import type { Redemption } from '../../loyalty';

type Use = Pick<Redemption, 'id' | 'reservedAt' | 'useNumber'>;

/** Oldest first. One millisecond is no order: uses of a voucher have numbers, any others go by id. */
export function byUse(one: Use, other: Use): number {
  return (
    one.reservedAt - other.reservedAt ||
    (one.useNumber ?? 0) - (other.useNumber ?? 0) ||
    (one.id < other.id ? -1 : 1)
  );
}
