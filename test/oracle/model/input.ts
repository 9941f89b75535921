/** What a history file holds: the contract of the history runner, written down once more for the oracle. */
export type BalanceType = 'cashback' | 'points';

export interface When {
  minSaleCents?: number;
  maxSaleCents?: number;
  channels?: string[];
  stores?: string[];
  weekdays?: number[];
  from?: string;
  until?: string;
  skus?: string[];
  firstPurchase?: boolean;
  segment?: string;
}

export interface Rule {
  id: string;
  grant:
    | { type: 'cashback'; rateBps: number }
    | { type: 'points'; points: number; perCents: number }
    | { type: 'voucher'; template: string };
  when?: When;
  priority?: number;
  multiplierMilli?: number;
  bonusCents?: number;
  bonusPoints?: number;
  capPerSaleCents?: number;
  capPerSalePoints?: number;
  capPerCustomerPerMonthCents?: number;
  capPerCustomerPerMonthPoints?: number;
  budgetCents?: number;
  budgetPoints?: number;
}

export interface Template {
  discount: { type: 'amount'; cents: number } | { type: 'percent'; bps: number; maxCents?: number };
  minSaleCents?: number;
  validity?: string;
  uses?: number;
  stores?: string[];
}

export interface ProgramInput {
  name: string;
  timezone: string;
  earning: {
    base?: {
      includeFreight?: boolean;
      includeOtherExpenses?: boolean;
      excludeBenefitPaid?: boolean;
      earnOnRedeemed?: boolean;
    };
    combine?: 'best' | 'first' | 'stack';
    rules: Rule[];
  };
  holding?: { after: string };
  expiry?: { after: string; roundUpTo?: 'day' | 'month' };
  redemption?: {
    minSaleCents?: number;
    minBalanceCents?: number;
    maxShareBps?: number;
    pointValueCents?: number;
    reservation?: string;
    rollbackWindow?: string;
    graceAfterRollback?: string;
  };
  returns?: { clawback?: 'pending_only' | 'to_zero' | 'allow_debt'; refundSpent?: boolean };
  vouchers?: Record<string, Template>;
  messages?: { expiring?: { before: string[]; fair?: boolean } };
}

export interface SaleInput {
  id: string;
  customerId: string | null;
  channel: string;
  storeId?: string;
  number?: string;
  externalId?: string;
  marketplaceNumber?: string;
  accessKey?: string;
  erpNumber?: string;
  connectionId?: string;
  soldAt: string;
  totalCents: number;
  freightCents?: number;
  otherExpensesCents?: number;
  discountCents?: number;
  items?: { sku: string; totalCents: number }[];
}

export interface ReserveEvent {
  do: 'reserve';
  id: string;
  customerId: string;
  type: BalanceType;
  amount: number;
  saleTotalCents: number;
  freightCents?: number;
  saleRef?: string;
  storeId?: string;
  confirm?: boolean;
}

export interface UseVoucherEvent {
  do: 'voucher.reserve' | 'voucher.redeem';
  code: string;
  saleTotalCents: number;
  saleRef?: string;
  storeId?: string;
}

export type Deed =
  | { do: 'complete'; sale: SaleInput; segments?: string[] }
  | { do: 'open'; sale: SaleInput }
  | { do: 'cancel' | 'reopen'; saleId: string }
  | { do: 'remind'; saleId: string }
  | { do: 'return'; saleId: string; amountCents: number }
  | { do: 'claim'; saleId: string; customerId: string; segments?: string[] }
  | { do: 'resolve'; sales: [string, string]; decision: 'same' | 'distinct' }
  | ReserveEvent
  | { do: 'confirm' | 'release' | 'rollback'; id: string }
  | { do: 'adjust'; customerId: string; type: BalanceType; amount: number; reason: string }
  | UseVoucherEvent
  | { do: 'voucher.release'; code: string }
  | { do: 'voucher.rollback'; code: string; saleRef?: string }
  | { do: 'publish'; program: ProgramInput }
  | { do: 'tick' };

export type HistoryEvent = { at: string } & Deed;

export interface History {
  program: ProgramInput;
  events: HistoryEvent[];
}
