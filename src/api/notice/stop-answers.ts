import type { Instant } from '../../loyalty';
import { SendError, stopWordIn } from '../../messaging';
import type { WhatsAppAnswer, WhatsAppStatus } from '../../messaging';
import { optOut, optOutPhone, optOutUser } from '../../store';
import type { AppDeps } from '../http';

/** Somebody who has just said that they want no more, and is told that it is so. */
export interface Confirmation {
  /** As Meta writes it, without the plus. */
  to: string;
}

/** Our own words go out within a day of what they answer; an hour of it is left for clocks and the way. */
const WINDOW_MS = 23 * 3_600_000;

const CONFIRMED =
  'Pronto! Você não receberá mais mensagens do programa de benefícios neste número. Seu saldo e seus vales continuam valendo.';

/** Meta lets nothing through to who has stopped a business's messages in the app. */
const STOPPED_AT_META = 131050;
const STOPPED_WORDS = 'Parou as mensagens da loja no WhatsApp';

/**
 * Takes WhatsApp back for whoever answered SAIR, PARAR or CANCELAR: of every merchant, as all of them write by one number. Told of again,
 * late or by several at once, it changes nothing more, and is confirmed once, to a phone.
 * @returns whom to tell
 */
export async function heedAnswers(
  { store, config, now }: AppDeps,
  answers: readonly WhatsAppAnswer[],
): Promise<Confirmation[]> {
  const stops = answers.flatMap((answer) => {
    const word = stopWordIn(answer.text);
    return word === null ? [] : [{ ...answer, word }];
  });
  const confirmations: Confirmation[] = [];
  for (const { from: phone, user, word, at, senderId } of stops) {
    const [is, said] = [now(), saidAt(at, now())];
    const saying = { text: `Respondeu ${word} no WhatsApp`, source: 'whatsapp' as const, at: said };
    if (phone === null) {
      if (user !== null) await optOutUser(store, { ...saying, user }, new Date(is));
      continue;
    }
    const { first } = await optOutPhone(store, { ...saying, phone }, new Date(is));
    const isOpen = said !== null && is - said.getTime() < WINDOW_MS;
    const isOurs = senderId === config.whatsapp.phoneNumberId;
    if (first && isOpen && isOurs) confirmations.push({ to: phone.slice(1) });
  }
  return confirmations;
}

/** Tells them, once: what fails is not tried again, as nobody knows whether it has gone. */
export async function confirmStops(
  { whatsapp, log }: AppDeps,
  confirmations: readonly Confirmation[],
): Promise<void> {
  if (!whatsapp) return;
  for (const { to } of confirmations)
    try {
      await whatsapp.sendText({ to, text: CONFIRMED });
    } catch (error) {
      const code = error instanceof SendError ? error.code : (error as Error).name;
      log.warn({ code }, 'an opt-out was heeded, and not confirmed');
    }
}

/** Takes WhatsApp back for whoever has stopped the business's messages in the app, as Meta's refusals say. */
export async function heedRefusals(
  { store, now }: AppDeps,
  statuses: readonly WhatsAppStatus[],
): Promise<void> {
  for (const { reference, providerId, at, errorCode } of statuses) {
    if (errorCode !== STOPPED_AT_META) continue;
    const about = await store.messages.recipientOf({ messageId: reference, providerId });
    if (!about) continue;
    const word = { channel: 'whatsapp', text: STOPPED_WORDS, source: 'meta' } as const;
    const { merchantId, customerId } = about;
    await optOut(store, { merchantId, customerId, ...word, at: saidAt(at + 999, now()) }, new Date(now()));
  }
}

/** Nobody has said anything yet at a moment that has not come. */
function saidAt(at: Instant | null, now: Instant): Date | null {
  return at === null ? null : new Date(Math.min(at, now));
}
