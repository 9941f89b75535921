export { createIdempotency } from './idempotency';
export type { Idempotency, KeyClaim, KeyedRequest } from './idempotency';
export { idempotencyModel, usedKeyModel } from './idempotency-model';
