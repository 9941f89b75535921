import { Context, heartbeat } from '@temporalio/activity';
import type { ActivityExecuteInput, ActivityInboundCallsInterceptor, Next } from '@temporalio/worker';

/** How far each running step said it is. */
const progress = new WeakMap<Context, unknown>();

/**
 * Says how far the step is: shown in the Temporal UI, and what another attempt finds as its heartbeat details.
 * @throws CancelledFailure when the step has been cancelled or its worker is shutting down
 */
export function reportProgress(details: unknown): void {
  Context.current().cancellationSignal.throwIfAborted();
  noteProgress(details);
}

/** The same for a step that is finished although it has been cancelled. */
export function noteProgress(details: unknown): void {
  progress.set(Context.current(), details);
  heartbeat(details);
}

/**
 * Keeps a step that has a heartbeat time limit alive for as long as its worker lives, so that the server notices a dead
 * worker within that limit and not only at the end of a long step. The progress that the step last reported is reported again.
 */
export class HeartbeatInterceptor implements ActivityInboundCallsInterceptor {
  async execute(
    input: ActivityExecuteInput,
    next: Next<ActivityInboundCallsInterceptor, 'execute'>,
  ): Promise<unknown> {
    const context = Context.current();
    const limit = context.info.heartbeatTimeoutMs;
    if (limit === undefined) return next(input);
    const beat = setInterval(() => heartbeat(progress.get(context)), limit / 4);
    try {
      return await next(input);
    } finally {
      clearInterval(beat);
    }
  }
}
