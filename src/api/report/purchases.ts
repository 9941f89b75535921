import type { SaleStatus } from '../../loyalty';

/** Sales that came about, whatever has become of their benefit. */
export const PURCHASES: readonly SaleStatus[] = ['no_benefit', 'pending', 'active', 'used', 'expired'];
