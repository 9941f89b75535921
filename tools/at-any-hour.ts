import { DEFAULT_MESSAGE_RULES } from '../src/loyalty';
import type { MessageRules } from '../src/loyalty';

/** A merchant that writes to its customers at any hour and as often as there is something to say: for tests, demos and measurements. */
export const AT_ANY_HOUR: MessageRules = {
  ...DEFAULT_MESSAGE_RULES,
  quietHours: null,
  caps: { perDay: null, perThirtyDays: null },
  holdout: 0,
};
