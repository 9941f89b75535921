import { layOut } from './email-layout';
import type { EmailDraft } from './email-layout';
import { earned } from './earned';
import { expired } from './expired';
import { expiring } from './expiring';
import { followUp } from './follow-ups';
import type { CustomerLinks, CustomerMessage, MessageDraft, RenderedMessage } from './message';
import { inOwnWords } from './own-words';
import type { OwnWords } from './own-words';
import { repurchase } from './repurchase';
import { returned } from './returned';
import { keepAmountsWhole } from './wording';

/**
 * Puts a message into words, in Brazilian Portuguese. The WhatsApp templates it names have to be approved by
 * Meta in `pt_BR` with that many placeholders in that order.
 *
 * @param links to be written into the e-mail and behind the button of a template; null: they have none
 * @param words the merchant's own, for the e-mail; null: it has none
 * @throws RangeError when a moment is neither `YYYY-MM-DD` nor `YYYY-MM-DDTHH:mm`.
 */
export function renderMessage(
  message: CustomerMessage,
  links: CustomerLinks | null = null,
  words: OwnWords | null = null,
): RenderedMessage {
  const { whatsapp, email: ours } = compose(message);
  const draft = words === null ? ours : inOwnWords(ours, message, words);
  const email = layOut(links ? { ...draft, action: pageOf(links), optOut: links.optOut } : draft);
  return {
    whatsapp: {
      ...whatsapp,
      parameters: whatsapp.parameters.map(keepAmountsWhole),
      ...(links ? { button: links.pageToken } : {}),
    },
    email: {
      subject: keepAmountsWhole(email.subject),
      text: keepAmountsWhole(email.text),
      html: keepAmountsWhole(email.html),
      ...(links ? { headers: unsubscribing(links) } : {}),
    },
  };
}

function pageOf({ page }: CustomerLinks): NonNullable<EmailDraft['action']> {
  return { label: 'Ver meu saldo, vales e extrato', url: page };
}

/** What mail programs show a button of their own for, that takes messages back without a page being opened (RFC 8058). */
function unsubscribing({ optOut }: CustomerLinks): Record<string, string> {
  return { 'List-Unsubscribe': `<${optOut}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' };
}

function compose(message: CustomerMessage): MessageDraft {
  switch (message.kind) {
    case 'earned':
      return earned(message);
    case 'expiring':
      return expiring(message);
    case 'expired':
      return expired(message);
    case 'repurchase':
      return repurchase(message);
    case 'returned':
      return returned(message);
    case 'welcome':
    case 'balance':
    case 'winBack':
    case 'birthday':
      return followUp(message);
  }
}
