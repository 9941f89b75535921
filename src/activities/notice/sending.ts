import { createHash } from 'node:crypto';
import type { NoticeChannel } from '../../loyalty';
import type { RenderedMessage } from '../../messaging';
import { addressOf } from '../../store';
import type { Customer } from '../../store';
import type { ActivityDeps } from '../runtime';
import { spelledNinth } from './spelled';

/** How somebody is reached by a channel; or what is missing for it. */
export type Way = { send: (content: RenderedMessage) => Promise<string | null> } | { lacks: Lack };

type Lack = 'channel_off' | 'no_address';

/**
 * How a customer is reached by a channel. Sending answers the provider's id of the message, where it has one.
 * @param id the message's
 */
export function wayTo(
  { whatsapp, mailer }: Pick<ActivityDeps, 'whatsapp' | 'mailer'>,
  customer: Pick<Customer, 'phones' | 'emails'>,
  channel: NoticeChannel,
  id: string,
): Way {
  const address = addressOf(customer, channel);
  if (channel === 'whatsapp') {
    if (!whatsapp) return { lacks: 'channel_off' };
    if (!address || !('phone' in address)) return { lacks: 'no_address' };
    const to = address.phone.replace(/^\+/, '');
    return {
      send: async (content) =>
        (await whatsapp.sendTemplate({ to, ...content.whatsapp, reference: id })).providerId,
    };
  }
  if (!mailer) return { lacks: 'channel_off' };
  if (!address || !('email' in address)) return { lacks: 'no_address' };
  const to = address.email;
  return {
    send: async (content) => {
      await mailer.send({ to, ...content.email, id: mailId(id) });
      return null;
    },
  };
}

/** By which of the provider's numbers a channel sends; e-mail has none. */
export function senderOf(
  { whatsapp }: Pick<ActivityDeps, 'whatsapp'>,
  channel: NoticeChannel,
): { senderId?: string } {
  return channel === 'whatsapp' && whatsapp ? { senderId: whatsapp.senderId } : {};
}

/** By which number a message leaves, and to which form of a phone that has two. */
export function outletOf(
  deps: Pick<ActivityDeps, 'whatsapp'>,
  channel: NoticeChannel,
  customer: Pick<Customer, 'phones' | 'emails'>,
): { senderId?: string; ninth?: boolean } {
  const ninth = channel === 'whatsapp' ? spelledNinth(customer) : null;
  return { ...senderOf(deps, channel), ...(ninth === null ? {} : { ninth }) };
}

/** The same message always carries the same Message-ID, so that mailboxes collapse a repetition. */
function mailId(id: string): string {
  return createHash('sha256').update(id).digest('hex').slice(0, 32);
}
