export { createBlingAccess } from '../connection/authorization/bling-access';
export type { BlingAccess } from '../connection/authorization/bling-access';
export { answerCallback } from '../connection/authorization/callback';
export type { CallbackQuery } from '../connection/authorization/callback';
