import type { RawAmount } from '../http';
import { multiply, parseDecimal, roundToHundredths } from '../order';
import type { BlingOrder } from '../order';

type Line = Pick<BlingOrder['items'][number], 'quantity' | 'unitPrice'>;

/**
 * The discount of an NFC-e, of which Bling tells by its amounts alone: what its lines, each rounded to the cent, and its freight come to beyond
 * its total. Null: there is none, or some amount cannot be read.
 */
export function impliedDiscount(
  lines: readonly Line[],
  freight: RawAmount | null,
  total: RawAmount | null,
): BlingOrder['discount'] {
  const paid = total === null ? null : parseDecimal(total);
  const added = [parseDecimal(freight ?? 0), ...lines.map(priceOf)];
  if (paid === null || added.includes(null)) return null;
  const full = added.reduce((sum, amount) => sum + roundToHundredths(amount!), 0n);
  const cents = full - roundToHundredths(paid);
  return cents > 0n
    ? { value: `${cents / 100n}.${String(cents % 100n).padStart(2, '0')}`, unit: 'REAL' }
    : null;
}

function priceOf({ quantity, unitPrice }: Line): ReturnType<typeof parseDecimal> {
  const [many, each] = [quantity, unitPrice].map((raw) => (raw === null ? null : parseDecimal(raw)));
  return many && each ? multiply(many, each) : null;
}
