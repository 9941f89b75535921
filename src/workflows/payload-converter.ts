import { defaultPayloadConverter } from '@temporalio/common';
import type { PayloadConverter } from '@temporalio/common';

/**
 * The usual converter of payloads, but that one which cannot be read is nothing at all. What a person sent by hand in some other
 * encoding would otherwise end a run for good (a signal), or keep it from its first step for ever (an input).
 */
export const payloadConverter: PayloadConverter = {
  toPayload: (value) => defaultPayloadConverter.toPayload(value),
  fromPayload<Value>(payload: Parameters<PayloadConverter['fromPayload']>[0]): Value {
    try {
      return defaultPayloadConverter.fromPayload<Value>(payload);
    } catch {
      return undefined as Value;
    }
  },
};
