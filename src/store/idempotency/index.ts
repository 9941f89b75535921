export { createIdempotency, sealedAnswer } from './idempotency';
export type { Idempotency, KeyClaim, KeyedRequest } from './idempotency';
export { idempotencyModel, usedKeyModel } from './idempotency-model';
