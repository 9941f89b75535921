import { earned } from './earned';
import { expired } from './expired';
import { expiring } from './expiring';
import type {
  EarnedMessage,
  ExpiredMessage,
  ExpiringMessage,
  RenderedMessage,
  RepurchaseMessage,
  ReturnedMessage,
} from './message';
import { repurchase } from './repurchase';
import { returned } from './returned';
import { keepAmountsWhole } from './wording';

/** Any of the messages a customer gets, told apart by `kind`. */
export type CustomerMessage =
  EarnedMessage | ExpiringMessage | ExpiredMessage | RepurchaseMessage | ReturnedMessage;

/**
 * Puts a message into words, in Brazilian Portuguese. The WhatsApp templates it names have to be approved by
 * Meta in `pt_BR` with that many placeholders in that order.
 *
 * @throws RangeError when a moment is neither `YYYY-MM-DD` nor `YYYY-MM-DDTHH:mm`.
 */
export function renderMessage(message: CustomerMessage): RenderedMessage {
  const { whatsapp, email } = compose(message);
  return {
    whatsapp: { ...whatsapp, parameters: whatsapp.parameters.map(keepAmountsWhole) },
    email: {
      subject: keepAmountsWhole(email.subject),
      text: keepAmountsWhole(email.text),
      html: keepAmountsWhole(email.html),
    },
  };
}

function compose(message: CustomerMessage): RenderedMessage {
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
  }
}
