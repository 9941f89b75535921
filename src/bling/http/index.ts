export { BlingApiError, isRefusedByItself } from './api-error';
export type { BlingApiErrorKind } from './api-error';
export { apiFailure, isSilence, refusalIn } from './api-failure';
export { BLING_ZONE, brasiliaInstant, brasiliaText } from './brasilia';
export { readErrorBody } from './error-body';
export {
  list,
  localDate,
  optionalInteger,
  optionalObject,
  rawAmount,
  reference,
  requiredId,
  text,
} from './fields';
export type { RawAmount } from './fields';
export { callBling, NoAnswerError } from './http';
export type { HttpAnswer } from './http';
export type { BlingAccount, BlingLog, Fetch, RateLimiter, TokenKeeper, TokenSource } from './ports';
export { createRateLimiter } from './rate-limiter';
export type { Caller } from './rate-limiter';
