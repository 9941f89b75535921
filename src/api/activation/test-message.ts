import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { parsePhone } from '../../loyalty';
import { reasonText, renderTestMessage, SendError } from '../../messaging';
import { actorId, testReference } from '../../store';
import type { Actor, Limit } from '../../store';
import { takeOrRefuse } from '../access';
import type { AppDeps, Route } from '../http';
import { endpoint } from '../http';
import { activationExample, testedSchema, testMessageSchema } from './activation-schema';
import { activationView } from './activation-view';
import { factsOf } from './facts';

type Asked = z.output<typeof testMessageSchema>;
type Outcome = Omit<z.output<typeof testedSchema>, 'activation'>;

const HOUR_MS = 3_600_000;
/** Each is a message to somebody. */
const MOST_AN_HOUR = 10;

const TEXTS = {
  email: {
    sent: 'O e-mail de teste saiu para o seu endereço. Confira se ele chegou, também na pasta de spam.',
    off: 'Esta instalação não envia e-mail. Fale com quem cuida do Retorno.',
    failed:
      'O servidor de e-mail não aceitou a mensagem. Tente de novo e, se continuar, fale com quem cuida do Retorno.',
  },
  whatsapp: {
    sent: 'A mensagem de teste saiu pelo WhatsApp. Confira se ela chegou ao seu celular.',
    off: 'Esta instalação não envia pelo WhatsApp. Fale com quem cuida do Retorno.',
  },
};
const NO_ADDRESS = 'Uma chave não tem e-mail. Peça a mensagem de teste no console, com o seu usuário.';

/** Shows whoever asks that messages arrive: the one about a benefit, with an amount that nobody has earned. */
export function testMessage(deps: AppDeps): Route {
  const { store } = deps;
  return endpoint(deps, {
    ...{ method: 'post', path: '/v1/activation/test-message', permission: 'connection', tag: 'Activation' },
    summary: 'Send a message to oneself, to see that it arrives',
    description:
      'By e-mail to the address that the person signs in with, by WhatsApp to a number of theirs. It says what customers are told of a benefit; nothing is earned by it. Ten an hour.',
    body: { schema: testMessageSchema, example: { channel: 'email' } },
    reply: {
      description: 'What became of it',
      schema: testedSchema,
      example: { outcome: 'sent', text: TEXTS.email.sent, activation: activationExample },
    },
    act: 'activation.test_message',
    refusals: ['too_many_requests'],
    async answer({ merchantId, caller: { actor }, body, now, tell }) {
      await takeOrRefuse(store, testLimits(merchantId), now);
      const current = await store.programs.current(merchantId);
      const programName = current?.program.name ?? '';
      const reference = testReference(merchantId, randomUUID());
      const { outcome, text } = await sendTo(deps, actor, body, { programName, reference });
      const { channel } = body;
      const reported = channel === 'whatsapp' ? { reference } : {};
      const tested = { at: new Date(now), by: actorId(actor), ...reported };
      if (outcome === 'sent') await store.merchants.noteTested(merchantId, channel, tested);
      tell({ after: { channel, sent: outcome === 'sent' } });
      return { outcome, text, activation: activationView(await factsOf(deps, merchantId)) };
    },
  });
}

function testLimits(merchantId: string): Limit[] {
  return [{ name: `test-message/merchant/${merchantId}`, most: MOST_AN_HOUR, withinMs: HOUR_MS }];
}

interface Message {
  programName: string;
  /** What it is called in what is told of it. */
  reference: string;
}

function sendTo(deps: AppDeps, actor: Actor, asked: Asked, message: Message): Promise<Outcome> {
  if (asked.channel === 'email') return byEmail(deps, actor, message);
  return byWhatsApp(deps, asked.phone, message);
}

async function byEmail({ store, mail }: AppDeps, actor: Actor, message: Message): Promise<Outcome> {
  if (actor.kind === 'key') return { outcome: 'failed', text: NO_ADDRESS };
  const person = await store.people.get(actor.personId);
  if (!person) return { outcome: 'failed', text: NO_ADDRESS };
  const { programName, reference } = message;
  const { email } = renderTestMessage({ name: person.name, programName });
  const id = reference.replaceAll(/[/_]/g, '-');
  const outcome = await mail.send(person.email, id, { kind: 'test_message', email });
  return { outcome, text: TEXTS.email[outcome] };
}

async function byWhatsApp(
  { whatsapp, log }: AppDeps,
  phone: string,
  { programName, reference }: Message,
): Promise<Outcome> {
  if (!whatsapp) return { outcome: 'off', text: TEXTS.whatsapp.off };
  const { template, parameters } = renderTestMessage({ name: null, programName }).whatsapp;
  const to = parsePhone(phone)!.e164.replace('+', '');
  const button = whatsapp.pageButton ? { button: 'teste' } : {};
  try {
    await whatsapp.sendTemplate({ to, template, parameters, ...button, reference });
    return { outcome: 'sent', text: TEXTS.whatsapp.sent };
  } catch (error) {
    if (!(error instanceof SendError)) throw error;
    log.warn({ reason: error.reason, code: error.code }, 'test message was not sent');
    return { outcome: 'failed', text: `A mensagem não saiu: ${reasonText('whatsapp', error.reason)}.` };
  }
}
