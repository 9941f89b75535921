import type { NoticeKind } from '../../loyalty';
import { benefitSummary, isEmpty } from './benefit-text';
import type { EmailDraft } from './email-layout';
import { nameParameter, programName } from './message';
import type { CustomerMessage } from './message';
import { brazilianMoment } from './wording';

/** What a merchant writes in its e-mails in its own words; what is absent is as we write it. */
export interface OwnWords {
  subject?: string;
  /** Paragraphs between the greeting and what the message has to say. */
  opening?: readonly string[];
  /** Paragraphs after that. */
  closing?: readonly string[];
}

/** What can stand in a merchant's words for what differs from customer to customer. */
export type Variable = 'nome' | 'programa' | 'beneficio' | 'validade';

const ALWAYS: readonly Variable[] = ['nome', 'programa'];
const OF_KIND: Record<NoticeKind, readonly Variable[]> = {
  earned: [...ALWAYS, 'beneficio'],
  returned: ALWAYS,
  expiring: [...ALWAYS, 'beneficio', 'validade'],
  expired: [...ALWAYS, 'beneficio', 'validade'],
  repurchase: [...ALWAYS, 'beneficio'],
  welcome: [...ALWAYS, 'beneficio'],
  balance: [...ALWAYS, 'beneficio'],
  winBack: [...ALWAYS, 'beneficio'],
  birthday: [...ALWAYS, 'beneficio'],
};

/** Anything in braces is meant as a variable: a brace has no other use in a message. */
const BRACES = /\{[^{}]*\}|[{}]/g;

/** What can stand in the words of an occasion, as it is typed: `{nome}`. */
export function variablesOf(kind: NoticeKind): string[] {
  return OF_KIND[kind].map((name) => `{${name}}`);
}

/** What is in braces in a text and stands for nothing in messages of that occasion; empty: all of it can be filled in. */
export function unknownVariables(kind: NoticeKind, text: string): string[] {
  const known = new Set(variablesOf(kind));
  return [...new Set(text.match(BRACES) ?? [])].filter((typed) => !known.has(typed));
}

/** The same e-mail with the merchant's words in it. What the message has to say stays: no words of a merchant can leave it out. */
export function inOwnWords(draft: EmailDraft, message: CustomerMessage, words: OwnWords): EmailDraft {
  const fill = (text: string): string => filledIn(text, valuesIn(message));
  return {
    ...draft,
    ...(words.subject === undefined ? {} : { subject: fill(words.subject).replace(/\s+/g, ' ') }),
    paragraphs: [...(words.opening ?? []).map(fill), ...draft.paragraphs, ...(words.closing ?? []).map(fill)],
  };
}

/** What was typed by a version that knows more than this one is left as it is. */
function filledIn(text: string, values: Readonly<Partial<Record<Variable, string>>>): string {
  return text.replace(BRACES, (typed) => values[typed.slice(1, -1) as Variable] ?? typed);
}

function valuesIn(message: CustomerMessage): Partial<Record<Variable, string>> {
  return {
    nome: nameParameter(message),
    programa: programName(message),
    ...(message.kind === 'returned'
      ? {}
      : { beneficio: isEmpty(message.benefit) ? NOTHING : benefitSummary(message.benefit) }),
    ...(message.kind === 'expiring' || message.kind === 'expired'
      ? { validade: brazilianMoment(message.validUntil) }
      : {}),
  };
}

/** As WhatsApp's parameters say it. */
const NOTHING = 'benefícios nas próximas compras';
