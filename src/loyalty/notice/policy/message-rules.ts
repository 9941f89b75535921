/** By what law a merchant writes to its customers: because they have agreed, or until they object. */
export type MessageBasis = 'opt_in' | 'legitimate_interest';

/** When nobody is written to, by the clock on the merchant's wall. */
export interface QuietHours {
  /** `HH:mm`; it may be later than `to`, and then goes over midnight. The same: the days alone are quiet. */
  from: string;
  to: string;
  /** Whole days, 1 = Monday … 7 = Sunday; never all of them. */
  days: readonly number[];
}

/** How many notices one customer is given at most; null: any number. */
export interface MessageCaps {
  perDay: number | null;
  perThirtyDays: number | null;
}

/** What a merchant has settled about writing to its customers. */
export interface MessageRules {
  basis: MessageBasis;
  /** Null: at any hour. */
  quietHours: QuietHours | null;
  caps: MessageCaps;
  /** How many of a hundred customers are not asked to come back, so that what asking does can be seen. */
  holdout: number;
}

/** What holds for a merchant that has settled nothing. */
export const DEFAULT_MESSAGE_RULES: MessageRules = {
  basis: 'legitimate_interest',
  quietHours: { from: '20:00', to: '08:00', days: [7] },
  caps: { perDay: 1, perThirtyDays: 4 },
  holdout: 5,
};
