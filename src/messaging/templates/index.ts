export { renderAccessMail } from './access';
export type { AccessMail } from './access';
export { renderConnectionMail } from './connection';
export type { ConnectionMail } from './connection';
export { isEmpty, voucherTerms } from './benefit-text';
export type { Benefit, VoucherGift } from './benefit-text';
export type { EmailContent } from './email-layout';
export type {
  CustomerLinks,
  CustomerMessage,
  EarnedMessage,
  ExpiredMessage,
  ExpiringMessage,
  RenderedMessage,
  FollowUpMessage,
  RepurchaseMessage,
  ReturnedMessage,
} from './message';
export { unknownVariables, variablesOf } from './own-words';
export type { OwnWords } from './own-words';
export { previewOf } from './preview';
export type { MessagePreview } from './preview';
export { renderMessage } from './render-message';
export { renderTestMessage } from './test-message';
export { TEMPLATE_NAMES, templateOf } from './template-of';
export { brazilianMoment } from './wording';
