export { ACTS } from './act';
export type { Act } from './act';
export { audited, begunAct, noteDone, originOf, refusedAct } from './audited';
export type { CallOrigin } from './audited';
export { createApiServer } from './api-server';
export { actorNames, keysNamed } from './actor-names';
export type { ActorNames, KeyNamed } from './actor-names';
export { actedBy, doneBy, keyIdOf, operatorOf, triedBy } from './acted-by';
export type { Acting } from './acted-by';
export { callerIn, createAuth } from './auth';
export type { SignedIn } from './auth';
export type { AppDeps } from './deps';
export { describePermission, refusedEntry } from './describe-permission';
export { inputJson, sha256 } from './digest';
export { mountDocsPage, openApiRoute } from './documentation';
export { endpoint } from './endpoint';
export { DONE } from './endpoint-spec';
export type { Attempt, BrowserCall, Call, CallOutcome } from './endpoint-spec';
export { hundredths } from './csv';
export type { CsvRow } from './csv';
export { createErrorHandler } from './error-handler';
export {
  cents,
  centsFromZero,
  inputText,
  instant,
  limit,
  localDate,
  namedKey,
  positiveCents,
  positivePoints,
  queryCents,
  repeated,
  signedCents,
  someChange,
} from './fields';
export { healthRoutes } from './health';
export { fieldError, fieldErrors, inputIssueText, toldErrors } from './input-texts';
export { iso, isoOrNull } from './instants';
export { intakeTurns } from './intake';
export { StaffFirst } from './staff-first';
export { invalidField } from './invalid-field';
export { lateStore } from './late-store';
export {
  beforeNumber,
  nextNumber,
  nextPlace,
  placeAfter,
  placeOrInstant,
  readPlace,
  wordedPlace,
} from './list-place';
export { namesOfStore, ownStores, requireOwnStore } from './own-stores';
export { maskedDocument, maskedName } from './masks';
export { networkOf } from './network';
export { openEndpoint, ownEndpoint } from './personal-endpoint';
export { escapeHtml, paragraphs, plainPage, sendOnward, sendPlainPage } from './plain-page';
export type { PlainPage } from './plain-page';
export { tellOfUnreadProxy } from './unread-proxy';
export { problemResponses, webhookProblemResponses } from './problem-responses';
export { leaveUnread, rawBytes } from './read-body';
export { readInput } from './read-input';
export { requestId } from './request-id';
export { measureAnswers } from './measure-answers';
export { createRequestLog } from './request-log';
export { requireOwnPage, sessionToken } from './session-cookie';
export { described, mount } from './route';
export type { Route } from './route';
