import { isUseOf } from '../ledger';
import type { Grant, Lot, Redemption, Wallet } from '../ledger';

/** What one customer's wallet holds of one sale. `reservations` are those still open on the sale's own vouchers. */
export interface SaleHoldings {
  lots: readonly Lot[];
  grants: readonly Grant[];
  reservations: readonly Redemption[];
}

/** Of a sale that nobody owns, or that was never calculated, there is nothing in any wallet. */
export const NO_HOLDINGS: SaleHoldings = { lots: [], grants: [], reservations: [] };

/** The part of a wallet that one sale has put there. */
export function holdingsIn(wallet: Wallet, saleId: string): SaleHoldings {
  const lots = wallet.lots.filter((lot) => lot.saleId === saleId);
  return {
    lots,
    grants: wallet.grants.filter((grant) => grant.saleId === saleId),
    reservations: wallet.redemptions.filter(
      (redemption) => redemption.state === 'reserved' && lots.some(({ id }) => isUseOf(redemption, id)),
    ),
  };
}
