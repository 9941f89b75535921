export { createAuthorizations } from './authorizations';
export type { Authorizations, CallbackClaim } from './authorizations';
export { callPlaceModel, callSlotModel } from './call-place-model';
export { createCallPlaces } from './call-places';
export type { CallPlaces } from './call-places';
export { createSilenceWatch } from './silence-alert';
export { authorizationModel, connectionModel } from './connection-model';
export { CompanyTakenError, createConnections } from './connections';
export type { Connections, StoreConnection } from './connections';
