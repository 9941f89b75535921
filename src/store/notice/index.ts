export { messageModel } from './message-model';
export { createMessages } from './messages';
export type { DeliveryReport, GivenNotice, Message, Messages } from './messages';
export type { MessageDecision } from './message-model';
export { messageIdOf, noticeKeyIn, noticeName } from './opening';
export type { MessageIdentity, Opening } from './opening';
