export { messageModel } from './message-model';
export { createMessages, messageIdOf } from './messages';
export type { DeliveryReport, Message, MessageIdentity, Messages, Opening } from './messages';
