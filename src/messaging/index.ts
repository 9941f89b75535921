export { SendError } from './send-error';
export type { HoldUp, SendOutcome, SendReason, SendScope, SendVerdict } from './send-error';
export { holdMs } from './verdicts';
export { pauseText } from './pause-words';
export type { PauseTold } from './pause-words';
export { createWhatsApp } from './whatsapp';
export type { AcceptedMessage, TemplateMessage, WhatsApp, WhatsAppOptions } from './whatsapp';
export { whatsAppVerdict } from './whatsapp-codes';
export { answerHandshake, verifyWhatsAppSignature } from './whatsapp-signature';
export { parseWhatsAppAnswers } from './whatsapp-answers';
export type { WhatsAppAnswer } from './whatsapp-answers';
export { parseWhatsAppStatuses } from './whatsapp-statuses';
export { MalformedStatusError } from './whatsapp-webhook-body';
export { stopWordIn } from './stop-word';
export type { DeliveryStatus, WhatsAppStatus } from './whatsapp-statuses';
export { messageFate, messageTitle, messageTopic, reasonText } from './message-fate';
export { createMailer } from './mailer';
export type { DkimKey, Email, Mailer, MailerOptions } from './mailer';
export {
  brazilianMoment,
  isEmpty,
  previewOf,
  renderAccessMail,
  renderConnectionMail,
  renderMessage,
  renderTestMessage,
  TEMPLATE_NAMES,
  templateOf,
  unknownVariables,
  variablesOf,
  voucherTerms,
} from './templates';
export type {
  AccessMail,
  Benefit,
  ConnectionMail,
  CustomerLinks,
  CustomerMessage,
  EarnedMessage,
  EmailContent,
  ExpiredMessage,
  ExpiringMessage,
  MessagePreview,
  OwnWords,
  RenderedMessage,
  FollowUpMessage,
  RepurchaseMessage,
  ReturnedMessage,
  VoucherGift,
} from './templates';
