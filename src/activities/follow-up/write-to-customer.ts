import { noticeKind } from '../../loyalty';
import type { Instant } from '../../loyalty';
import { isEmpty, renderMessage } from '../../messaging';
import type { CustomerLinks, FollowUpMessage, RenderedMessage } from '../../messaging';
import type { CustomerInput } from '../../workflows';
import { give, giveUp, readAddressee, usableContent } from '../notice';
import type { Addressee, NoticeName } from '../notice';
import { firstName } from '../../store';
import type { ActivityDeps } from '../runtime';
import { isDue } from './look-at-customer';
import { readCustomer } from './read-customer';
import type { CustomerSeen } from './read-customer';

/**
 * Gives a customer one notice by every channel the program names, once each, as the policy lets it go. Everything is looked at anew: what
 * is no longer due is left alone.
 */
export async function writeToCustomer(
  deps: ActivityDeps,
  input: CustomerInput,
  key: string,
  now: Instant,
): Promise<void> {
  const { store } = deps;
  const seen = await readCustomer(store, input, now);
  if (!seen || !isDue(seen, key, now)) return;
  const notice = nameOf(input, key);
  const to = await readAddressee(store, input.customerId, notice, now);
  if (!to) return;
  const { program, facts, customer } = seen;
  const giving = { notice, to, program, zone: facts.zone, among: customer.id, now, gone: null };
  await give(deps, giving, (links) => wordsOf({ ...seen, texts: to.texts }, key, now, links));
}

/** Ends a notice whose step has failed for good, and the customer's run goes on without it. */
export async function giveUpOnCustomer(
  { store, log }: ActivityDeps,
  input: CustomerInput,
  key: string,
  now: Instant,
): Promise<void> {
  const seen = await readCustomer(store, input, now);
  if (!seen) return;
  await giveUp(store, nameOf(input, key), seen, new Date(now));
  const { merchantId, customerId } = input;
  log.error({ merchantId, customerId, notice: noticeKind(key) }, 'a message was given up');
}

function nameOf({ merchantId }: CustomerInput, key: string): NoticeName {
  return { merchantId, saleId: null, key };
}

/** Of a balance of which nothing is left there is nothing to say. */
function wordsOf(
  { customer, program, wallet, texts }: CustomerSeen & Pick<Addressee, 'texts'>,
  key: string,
  now: Instant,
  links: CustomerLinks | null,
): RenderedMessage | null {
  const { pointValueCents } = program.redemption;
  const message: FollowUpMessage = {
    kind: noticeKind(key) as FollowUpMessage['kind'],
    ...{ firstName: firstName(customer), programName: program.name },
    ...usableContent({ wallet, pointValueCents, now }),
  };
  return message.kind === 'balance' && isEmpty(message.benefit)
    ? null
    : renderMessage(message, links, texts[message.kind] ?? null);
}
