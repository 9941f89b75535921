/** One try to deliver a webhook. */
export interface Attempt {
  /** Epoch ms. */
  at: number;
  tookMs: number;
  /** The HTTP status answered; absent when no answer came. */
  status?: number;
  /** Why no answer came. */
  failure?: string;
}

/** Who sends: each has its own address, secret and signature header. */
export type Sender = 'bling' | 'whatsapp';

/** What is delivered and what it is about. */
export interface Parcel {
  sender: Sender;
  /** E.g. `order.updated`, or the status of a message. */
  subject: string;
  /** The exact bytes, as text. */
  body: string;
  eventId?: string;
  companyIndex?: number;
  orderId?: number;
}

/** A parcel on its way, and what became of it. */
export interface Delivery extends Parcel {
  id: number;
  createdAt: number;
  /** `waiting`: not yet accepted; `unsent`: nobody had registered an address. */
  state: 'waiting' | 'delivered' | 'given-up' | 'unsent';
  attempts: Attempt[];
  /** When the next attempt is due, epoch ms. */
  nextAttemptAt?: number;
}

/** How a courier behaves; times in milliseconds. */
export interface CourierHabits {
  /** An answer later than this is none. Bling: 5 seconds. */
  timeoutMs: number;
  /** The pause before the second attempt; each further pause is `growth` times longer, up to `longestPauseMs`. */
  firstPauseMs: number;
  growth: number;
  longestPauseMs: number;
  /** After this time without success the delivery is given up. Bling: three days. */
  giveUpAfterMs: number;
}

/** Bling's limits where they are known, its growing pauses as we imagine them. */
export const usualHabits: CourierHabits = {
  timeoutMs: 5_000,
  firstPauseMs: 1_000,
  growth: 2,
  longestPauseMs: 15 * 60_000,
  giveUpAfterMs: 3 * 86_400_000,
};
