export type { BlingAccess } from './access';
export { createBlingClient } from './client';
export type { BlingClient, BlingClientOptions } from './client';
