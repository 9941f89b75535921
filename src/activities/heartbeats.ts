import { activityInfo, heartbeat } from '@temporalio/activity';
import type { ActivityExecuteInput, ActivityInboundCallsInterceptor, Next } from '@temporalio/worker';

/**
 * Keeps a step that has a heartbeat time limit alive for as long as its worker lives, so that the server notices a dead
 * worker within that limit and not only at the end of a long step.
 */
export class HeartbeatInterceptor implements ActivityInboundCallsInterceptor {
  async execute(
    input: ActivityExecuteInput,
    next: Next<ActivityInboundCallsInterceptor, 'execute'>,
  ): Promise<unknown> {
    const limit = activityInfo().heartbeatTimeoutMs;
    if (limit === undefined) return next(input);
    const beat = setInterval(() => heartbeat(), limit / 4);
    try {
      return await next(input);
    } finally {
      clearInterval(beat);
    }
  }
}
