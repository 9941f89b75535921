import { performance } from 'node:perf_hooks';
import { activityInfo, Context } from '@temporalio/activity';
import type { ActivityExecuteInput, ActivityInboundCallsInterceptor, Next } from '@temporalio/worker';
import type { Logger } from '../../log';
import type { Instant } from '../../loyalty';
import { ClockSkewError, reportSkew, requireRightClock, resolveSkew } from '../../store';
import type { Clock, Store, WaitedCall } from '../../store';
import { merchantIn } from './merchant-in';

/** By running step, what time it was by MongoDB when the step began, and this process's monotonic clock then. */
const begun = new WeakMap<Context, { at: Instant; mark: number }>();

/**
 * Now, as an activity must see it: by MongoDB's clock, never by this process's own, and never earlier than the instant at which
 * Temporal handed out this attempt, so that no step acts before the timer that woke it. Outside of a worker, where nobody has
 * asked MongoDB (`ClockInterceptor`), by the process's own clock.
 */
export function currentInstant(): Instant {
  const known = begun.get(Context.current());
  const now = known ? Math.floor(known.at + performance.now() - known.mark) : Date.now();
  return Math.max(now, activityInfo().currentAttemptScheduledTimestampMs);
}

/**
 * A call of staff as a step knows it, judged by MongoDB's time alone: those who say until when they wait read that clock too, and
 * Temporal's may be ahead of it by more than they wait.
 * @param validUntil what the call said of that, ISO 8601; nothing: that there is no end
 */
export function waitedCall(callId: string, validUntil: string | null | undefined): WaitedCall {
  const known = begun.get(Context.current());
  const now = (): Instant => (known ? Math.floor(known.at + performance.now() - known.mark) : Date.now());
  return { id: callId, validUntil: validUntil ? Date.parse(validUntil) : null, now };
}

/** What a worker looks at before each step. */
export interface ClockWatch {
  clock: Pick<Clock, 'read'>;
  store: Pick<Store, 'alerts'>;
  log: Logger;
}

/** A merchant's alert of a wrong clock is looked at this often at most, to be closed when it is over. */
const LOOKED_AT_MS = 10 * 60_000;

/**
 * Lets no step begin in a process whose clock is wrong, or after a Temporal whose clock is ahead: the step fails and is tried
 * again, perhaps by another worker, and the merchant is told.
 */
export class ClockInterceptor implements ActivityInboundCallsInterceptor {
  private readonly lookedAt = new Map<string, Instant>();

  constructor(private readonly watch: ClockWatch) {}

  async execute(
    input: ActivityExecuteInput,
    next: Next<ActivityInboundCallsInterceptor, 'execute'>,
  ): Promise<unknown> {
    const merchantId = merchantIn(input.args, activityInfo().activityType);
    try {
      const reading = await this.watch.clock.read();
      requireRightClock('process', reading);
      const { now } = reading;
      const ahead = Math.max(0, activityInfo().currentAttemptScheduledTimestampMs - now);
      requireRightClock('temporal', { now, skewMs: ahead });
      begun.set(Context.current(), { at: now, mark: performance.now() });
      if (merchantId !== null) await this.lookAtAlert(merchantId, now);
    } catch (error) {
      if (error instanceof ClockSkewError) await this.report(error, merchantId);
      throw error;
    }
    return next(input);
  }

  private async report(error: ClockSkewError, merchantId: string | null): Promise<void> {
    const { whose, reading } = error;
    this.watch.log.error({ merchantId, clock: whose, skewMs: reading.skewMs }, 'a clock is wrong');
    if (merchantId === null) return;
    this.lookedAt.delete(merchantId);
    await reportSkew(this.watch.store.alerts, merchantId, error);
  }

  private async lookAtAlert(merchantId: string, now: Instant): Promise<void> {
    if (now - (this.lookedAt.get(merchantId) ?? -Infinity) < LOOKED_AT_MS) return;
    this.lookedAt.set(merchantId, now);
    await resolveSkew(this.watch.store.alerts, merchantId, new Date(now));
  }
}
