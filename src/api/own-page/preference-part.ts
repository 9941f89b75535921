import { CONSENT_CHANNELS } from '../../store';
import type { ConsentChannel } from '../../store';
import { escapeHtml } from '../http';
import type { OwnPage, Preference } from './read-own-page';

/** By which fields of the form channels are named: those that are taken back, and those that are agreed to. */
export const STOP = 'parar';
export const AGREE = 'receber';
/** By which names the address tells what has just been asked for, after it was done. */
const STOPPED = 'parou';
const AGREED = 'voltou';
/** Takes back every channel. */
export const ALL = 'tudo';

/** Something that was asked for by the form: a channel, and what the customer wants of it. */
export interface Wish {
  channel: ConsentChannel;
  given: boolean;
}

const NAMES: Record<ConsentChannel, string> = { email: 'e-mails', whatsapp: 'mensagens no WhatsApp' };
const NOT_ARRIVED: Record<ConsentChannel, string> = {
  email: 'os últimos não chegaram. Se o endereço que a loja tem ainda é o seu, peça para voltar a receber.',
  whatsapp:
    'as últimas não chegaram. Se o celular que a loja tem ainda é o seu e usa o WhatsApp, peça para voltar a receber.',
};
const ADDRESS: Record<ConsentChannel, string> = { email: 'o seu e-mail', whatsapp: 'o seu celular' };

/** What a press of a button says, word by word. */
export function wishText({ channel, given }: Wish): string {
  return `${given ? 'Quero receber' : 'Não receber mais'} ${NAMES[channel]} (página do cliente)`;
}

/** What the form asks for; a channel that it names twice is taken back. */
export function wishesIn(body: string): Wish[] {
  const fields = new URLSearchParams(body);
  const [stops, agrees] = [fields.getAll(STOP), fields.getAll(AGREE)];
  return CONSENT_CHANNELS.flatMap((channel): Wish[] => {
    if (stops.includes(channel) || stops.includes(ALL)) return [{ channel, given: false }];
    return agrees.includes(channel) ? [{ channel, given: true }] : [];
  });
}

/** The query of the page that tells of these. */
export function doneQuery(wishes: readonly Wish[]): string {
  const told = wishes.map(({ channel, given }): [string, string] => [given ? AGREED : STOPPED, channel]);
  return `?${new URLSearchParams(told).toString()}`;
}

/** By what stands the page offers that the customer agrees, and that they want no more. */
const OFFERED: readonly Preference[] = ['refuses', 'unreachable'];
const STOPPABLE: readonly Preference[] = ['receives', 'unreachable'];

/** What an address tells was asked for: anybody can write one, so it is believed where it holds. */
export function doneIn(
  query: Readonly<Record<string, unknown>>,
  preferences: OwnPage['preferences'],
): Wish[] {
  const named = (field: string, channel: ConsentChannel): boolean => [query[field]].flat().includes(channel);
  return CONSENT_CHANNELS.flatMap((channel): Wish[] => {
    // Who has neither stopped nor receives has been told of nothing.
    if (preferences[channel] === 'unreachable') return [];
    const given = preferences[channel] === 'receives';
    return named(given ? AGREED : STOPPED, channel) ? [{ channel, given }] : [];
  });
}

/** What was asked for is done, now or before. */
export function doneText(name: string, wishes: readonly Wish[]): string {
  const of = (given: boolean): string[] =>
    wishes.flatMap((one) => (one.given === given ? [NAMES[one.channel]] : []));
  const [stopped, agreed] = [of(false), of(true)];
  return [
    ...(stopped.length === 0
      ? []
      : [
          `Pronto: você não receberá mais ${stopped.join(' nem ')} de ${name}. O que já estava a caminho ainda pode chegar.`,
        ]),
    ...(agreed.length === 0 ? [] : [`Pronto: você voltará a receber ${agreed.join(' e ')} de ${name}.`]),
  ].join(' ');
}

/** What the customer is written by, and how they change it: the form posts to the address that it is shown at. */
export function preferencePart({ name, preferences }: OwnPage): string {
  const stoppable = CONSENT_CHANNELS.filter((channel) => STOPPABLE.includes(preferences[channel]));
  const all = stoppable.length > 1 ? `<p>${button(STOP, ALL, 'Não receber mais nada')}</p>` : '';
  const offers = CONSENT_CHANNELS.some((channel) => OFFERED.includes(preferences[channel]));
  return [
    '<section aria-labelledby="mensagens"><h2 id="mensagens">Mensagens que você recebe</h2>',
    `<p>${escapeHtml(`Avisos de ${name} sobre o que você ganhou, o que vai vencer e convites para voltar.`)}</p>`,
    '<form method="post"><ul>',
    ...CONSENT_CHANNELS.map((channel) => `<li>${channelLine(channel, preferences[channel])}</li>`),
    `</ul>${all}</form>`,
    ...(offers
      ? [
          `<p class="soft">${escapeHtml(`Ao tocar em “Quero receber”, você concorda que ${name} escreva para você. Dá para mudar de ideia quando quiser, aqui mesmo.`)}</p>`,
        ]
      : []),
    '</section>',
  ].join('');
}

function channelLine(channel: ConsentChannel, preference: Preference): string {
  const name = NAMES[channel];
  const [agree, stop] = [
    button(AGREE, channel, `Quero receber ${name}`),
    button(STOP, channel, `Não receber mais ${name}`),
  ];
  switch (preference) {
    case 'receives':
      return `<div>Você recebe ${name}.</div>${stop}`;
    case 'refuses':
      return `<div>Você não recebe ${name}.</div>${agree}`;
    case 'unreachable':
      // It is tried again some time: whoever wants none says so now.
      return `<div>Você não recebe ${name}: ${NOT_ARRIVED[channel]}</div>${agree} ${stop}`;
    case 'no_address':
      return `<div>Você não recebe ${name}: a loja não tem ${ADDRESS[channel]}. Para receber, é só informar na loja.</div>`;
    case 'refused_there':
      return `<div>Você não recebe ${name}: o pedido para parar veio do próprio celular. Para voltar a receber, fale com a loja.</div>`;
    case 'listed':
      return `<div>Você não recebe ${name}. Para voltar a receber, fale com a loja.</div>`;
  }
}

function button(field: string, value: string, text: string): string {
  return `<button name="${field}" value="${value}">${escapeHtml(text)}</button>`;
}
