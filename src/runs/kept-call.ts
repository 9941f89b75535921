import { setTimeout as delay } from 'node:timers/promises';
import { Refusal } from '../loyalty';
import { withDeadline } from './deadline';
import { OutcomeUnknownError, RunEndedError } from './errors';

/** What somebody typed with a call, and the key it was made with. */
export interface Texts {
  keyId: string | null;
  operator: string | null;
  storeId: string | null;
  saleRef: string | null;
  reason: string | null;
  skus: string[];
}

/** Where calls are kept while they are under way. */
export interface CallKeeping {
  open(
    merchantId: string,
    callId: string,
    texts: Texts,
    times: { now: Date; validUntil: Date },
  ): Promise<void>;
  withdraw(merchantId: string, callId: string, validUntil: Date): Promise<boolean>;
}

/** A call of staff: whose, under which id its step finds what is kept of it, and what was typed. */
export interface StaffCall {
  merchantId: string;
  callId: string;
  texts: Partial<Texts>;
}

/** By whose clock, and for how long, a call is waited for. */
export interface Waiting {
  clock: { read(): Promise<{ now: number }> };
  waitMs: number;
}

const NO_TEXTS: Texts = {
  ...{ keyId: null, operator: null, storeId: null, saleRef: null, reason: null },
  skus: [],
};

/** A caller who has waited is not kept waiting by a database that does not answer. */
const WITHDRAWAL_MS = 3_000;

/**
 * Makes a call that is not done when nobody waits for it any more: until when that is goes along with it, and whoever gives it up
 * withdraws it first. So a caller who is told that it is not done can rely on that, until the same call is made again.
 * @throws Refusal `request_expired` where it was not done, in time or at all; OutcomeUnknownError where it may have been; else
 * whatever `send` throws
 */
export async function inTime<T>(
  calls: CallKeeping,
  { clock, waitMs }: Waiting,
  { merchantId, callId, texts }: StaffCall,
  send: (validUntil: string) => Promise<T>,
): Promise<T> {
  const { now } = await clock.read();
  const validUntil = new Date(now + waitMs);
  const begun = performance.now();
  await calls.open(merchantId, callId, { ...NO_TEXTS, ...texts }, { now: new Date(now), validUntil });
  try {
    return await send(validUntil.toISOString());
  } catch (error) {
    if (error instanceof Refusal) throw error;
    const withdrawal = calls.withdraw(merchantId, callId, validUntil);
    const withdrawn = await withDeadline(WITHDRAWAL_MS, withdrawal, () => new OutcomeUnknownError()).catch(
      // Then only its time being over keeps it from being done: nobody is answered before that.
      () => delay(Math.max(0, begun + waitMs - performance.now()), false),
    );
    if (withdrawn && isUnknown(error))
      throw new Refusal('request_expired', { validUntil: validUntil.toISOString() }, { cause: error });
    throw error;
  }
}

/** Nothing came back in time. Errors that say more, and one after which the same call is made again at once, stay what they are. */
function isUnknown(error: unknown): boolean {
  return error instanceof OutcomeUnknownError && !(error instanceof RunEndedError);
}
