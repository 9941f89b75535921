export { answered, bodyOf, NoAnswer, Refused } from './answer';
export type { Answer } from './answer';
export type { Membership, Role, Session } from './awaited';
export { api, ROOT } from './client';
export { chooseMerchant, chosenMerchant } from './merchant-choice';
