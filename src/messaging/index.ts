export { SendError } from './send-error';
export type { SendOutcome, SendReason, SendScope, SendVerdict } from './send-error';
export { createWhatsApp } from './whatsapp';
export type { AcceptedMessage, TemplateMessage, WhatsApp, WhatsAppOptions } from './whatsapp';
export { whatsAppVerdict } from './whatsapp-codes';
export { answerHandshake, verifyWhatsAppSignature } from './whatsapp-signature';
export { MalformedStatusError, parseWhatsAppStatuses } from './whatsapp-statuses';
export type { DeliveryStatus, WhatsAppStatus } from './whatsapp-statuses';
export { messageFate, messageTitle } from './message-fate';
export { createMailer } from './mailer';
export type { Email, Mailer, MailerOptions } from './mailer';
export { isEmpty, renderAccessMail, renderConnectionMail, renderMessage } from './templates';
export type {
  AccessMail,
  Benefit,
  ConnectionMail,
  CustomerMessage,
  EarnedMessage,
  EmailContent,
  ExpiredMessage,
  ExpiringMessage,
  RenderedMessage,
  RepurchaseMessage,
  ReturnedMessage,
  VoucherGift,
} from './templates';
