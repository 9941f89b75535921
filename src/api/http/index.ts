export { callerIn, createAuth } from './auth';
export type { AppDeps } from './deps';
export { canonicalJson, digestOf } from './digest';
export { mountDocsPage, openApiRoute } from './documentation';
export { endpoint } from './endpoint';
export type { Attempt, CameTo } from './endpoint-spec';
export { createErrorHandler } from './error-handler';
export {
  cents,
  centsFromZero,
  inputText,
  instant,
  limit,
  localDate,
  positiveCents,
  positivePoints,
} from './fields';
export { healthRoutes } from './health';
export { fieldErrors, issueText } from './input-texts';
export { iso, isoOrNull } from './instants';
export { lateStore } from './late-store';
export { nextPlace, placeOrInstant } from './page';
export { placeOf } from './place';
export { problemResponses } from './problem-responses';
export { rawBodyOf } from './read-body';
export { readInput } from './read-input';
export { requestId } from './request-id';
export { createRequestLog } from './request-log';
export { mount } from './route';
export type { Route } from './route';
