import type { FollowUpKind, LocalDate, LocalMoment } from '../../loyalty';
import type { Benefit } from './benefit-text';
import type { EmailContent, EmailDraft } from './email-layout';
import { oneLine } from './wording';

/** Whom a message is for, and in the name of which program. */
export interface Addressee {
  /** Empty or absent: the customer is addressed without a name. */
  firstName: string | null;
  programName: string;
}

/** A sale has earned something. */
export interface EarnedMessage extends Addressee {
  kind: 'earned';
  benefit: Benefit;
  /** What of it pays what the customer owes from before. */
  paysDebt: Benefit;
  /** When the use begins; `null`: usable already. */
  usableFrom: LocalMoment | null;
  /** Until when cashback and points can be used; `null`: they never expire. */
  validUntil: LocalMoment | null;
}

/** Something will soon be lost. */
export interface ExpiringMessage extends Addressee {
  kind: 'expiring';
  benefit: Benefit;
  /** Until when it can be used. */
  validUntil: LocalMoment;
}

/** Something has been lost. */
export interface ExpiredMessage extends Addressee {
  kind: 'expired';
  benefit: Benefit;
  /** Until when it could be used. */
  validUntil: LocalMoment;
}

/** The customer has not bought for a while. */
export interface RepurchaseMessage extends Addressee {
  kind: 'repurchase';
  /** What the customer can spend now; may be nothing. */
  benefit: Benefit;
  /** Until when the first of cashback and points can be used; `null`: nothing ends. */
  firstEnd: LocalMoment | null;
}

/** Something that no single sale is the reason of. */
export interface FollowUpMessage extends Addressee {
  kind: FollowUpKind;
  /** What the customer can spend now; may be nothing. */
  benefit: Benefit;
  /** Until when the first of cashback and points can be used; `null`: nothing ends. */
  firstEnd: LocalMoment | null;
}

/** A return or a cancellation has taken benefit back, or given back what was used. */
export interface ReturnedMessage extends Addressee {
  kind: 'returned';
  reason: 'return' | 'cancellation' | 'change';
  /** Which purchase: by its number, or where it has none by its day. */
  purchase: { number: string | null; date: LocalDate };
  /** What the purchase had earned and no longer does; its vouchers are cancelled. */
  taken: Benefit;
  /** What the customer had used on it and has again. */
  cameBack: Benefit;
  /** All of that can be used until then at least; `null`: nothing is known of an end. */
  cameBackUntil: LocalMoment | null;
  /** All the customer can use now. */
  now: Benefit;
  /** All that is still held back. */
  pending: Benefit;
  /** What the next benefits pay first. */
  owed: Benefit;
}

/** Any of the messages a customer gets, told apart by `kind`. */
export type CustomerMessage =
  EarnedMessage | ExpiringMessage | ExpiredMessage | RepurchaseMessage | ReturnedMessage | FollowUpMessage;

/** Where the customer it is for has their own say, and sees what they have. */
export interface CustomerLinks {
  /** Takes messages back: opened it asks, posted to it does (RFC 8058). */
  optOut: string;
  /** Shows what they have. */
  page: string;
  /** How that address ends, which is all of it that a button of a WhatsApp template does not have already. */
  pageToken: string;
}

/** A message in its words. */
export interface MessageDraft {
  whatsapp: { template: string; parameters: string[]; button?: string };
  email: EmailDraft;
}

/** The same message in the form of each channel. */
export interface RenderedMessage extends Pick<MessageDraft, 'whatsapp'> {
  email: EmailContent & { headers?: Record<string, string> };
}

/** The name as a WhatsApp parameter, which must not be empty. */
export function nameParameter({ firstName }: Addressee): string {
  return oneLine(firstName ?? '') || 'cliente';
}

/** How an e-mail begins. */
export function greeting({ firstName }: Addressee): string {
  const name = oneLine(firstName ?? '');
  return name === '' ? 'Olá!' : `Olá, ${name}!`;
}

/** The program's name, on one line. */
export function programName(addressee: Addressee): string {
  return oneLine(addressee.programName) || 'Clube de benefícios';
}
