export { createBlingAccess } from './bling-access';
export type { BlingAccess } from './bling-access';
export { answerCallback } from './callback';
export type { CallbackQuery } from './callback';
