export { createAuthorizations } from './authorizations';
export type { Authorizations, CallbackClaim } from './authorizations';
export { createCallSlots } from './call-slots';
export type { CallSlots } from './call-slots';
export { authorizationModel, callSlotModel, connectionModel } from './connection-model';
export { CompanyTakenError, createConnections } from './connections';
export type { Connections, StoreConnection } from './connections';
