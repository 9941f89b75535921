import type { NoticeKind } from '../../loyalty';
import type { Benefit } from './benefit-text';
import type { CustomerLinks, CustomerMessage } from './message';
import type { OwnWords } from './own-words';
import { filledBody, proposedBody } from './proposed-body';
import { renderMessage } from './render-message';

/** A message as a phone and a mail program show it. */
export interface MessagePreview {
  kind: NoticeKind;
  whatsapp: {
    template: string;
    parameters: string[];
    /** What is proposed for Meta to approve. */
    body: string;
    /** The same with the parameters in their places. */
    text: string;
  };
  email: { subject: string; text: string; html: string };
}

const NOTHING: Benefit = { cashbackCents: 0, points: 0, pointsCents: 0, vouchers: [] };
const SOME: Benefit = { ...NOTHING, cashbackCents: 1_250 };

const WHOM = { firstName: 'Ana', programName: '' };
const END = '2030-06-30';

/** To a made-up customer. */
const SAMPLES: Record<NoticeKind, CustomerMessage> = {
  earned: { kind: 'earned', ...WHOM, benefit: SOME, paysDebt: NOTHING, usableFrom: null, validUntil: END },
  expiring: { kind: 'expiring', ...WHOM, benefit: SOME, validUntil: END },
  expired: { kind: 'expired', ...WHOM, benefit: SOME, validUntil: END },
  returned: {
    ...{ kind: 'returned', ...WHOM, reason: 'return', purchase: { number: '1234', date: '2030-06-01' } },
    ...{ taken: { ...NOTHING, cashbackCents: 500 }, cameBack: NOTHING, cameBackUntil: null },
    ...{ now: { ...NOTHING, cashbackCents: 750 }, pending: NOTHING, owed: NOTHING },
  },
  repurchase: { kind: 'repurchase', ...WHOM, benefit: SOME, firstEnd: END },
  welcome: { kind: 'welcome', ...WHOM, benefit: SOME, firstEnd: END },
  balance: { kind: 'balance', ...WHOM, benefit: SOME, firstEnd: END },
  winBack: { kind: 'winBack', ...WHOM, benefit: SOME, firstEnd: END },
  birthday: { kind: 'birthday', ...WHOM, benefit: SOME, firstEnd: END },
};

/**
 * How a message looks, to a made-up customer of this program.
 * @param links as of nobody's page; null: none is written into it
 * @param words the merchant's own, for the e-mail; null: it has none
 */
export function previewOf(
  kind: NoticeKind,
  programName: string,
  links: CustomerLinks | null,
  words: OwnWords | null = null,
): MessagePreview {
  const { whatsapp, email } = renderMessage({ ...SAMPLES[kind], programName }, links, words);
  const { template, parameters } = whatsapp;
  const body = proposedBody(kind);
  return {
    kind,
    whatsapp: { template, parameters, body, text: filledBody(body, parameters) },
    email: { subject: email.subject, text: email.text, html: email.html },
  };
}
