import type { Instant } from '../../loyalty';
import { currentInstant, isStepBrokenOff } from '../runtime';

/**
 * So long after it was marked as on its way a message leaves, or not at all: by the mark it is judged which reports are newer, and while
 * MongoDB chooses another primary, or a step hangs, far more time can pass.
 */
const LEAVES_WITHIN_MS = 10_000;

/** What a step knows of itself while it sends. */
export interface SendingStep {
  /** What time it is by now, not when the step began. */
  clock(): Instant;
  /** Another attempt may be under way by now, or nobody wants it any more. */
  isBrokenOff(): boolean;
}

/** The step that is running. */
export const THIS_STEP: SendingStep = { clock: currentInstant, isBrokenOff: isStepBrokenOff };

/** Whether a message that was marked then may still leave. */
export function mayLeave(step: SendingStep, marked: Instant): boolean {
  return !step.isBrokenOff() && step.clock() - marked <= LEAVES_WITHIN_MS;
}
