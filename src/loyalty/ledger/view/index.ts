export { balancesAt } from './balance';
export { entriesDue } from './entries-due';
export { vouchersAt } from './voucher-view';
export type { VoucherView } from './voucher-view';
export { walletView } from './wallet-view';
export type { WalletView } from './wallet-view';
