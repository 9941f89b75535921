import type { ConsentChannel } from '../../store';
import { escapeHtml, paragraphs, plainPage } from '../http';
import type { PlainPage } from '../http';

/** By which channels somebody is written to now. */
export type Wanted = Readonly<Record<ConsentChannel, boolean>>;

const SITE = 'Mensagens da loja';

const CHANNELS = ['email', 'whatsapp'] as const;
const NAMES: Record<ConsentChannel, string> = { email: 'e-mails', whatsapp: 'mensagens no WhatsApp' };

/** What is asked: who only opens it, such as a mail program that looks at links, changes nothing. */
export function askPage(name: string, wanted: Wanted): PlainPage {
  const channels = channelsIn(wanted);
  const texts = [
    `Aqui você escolhe se ${name} pode escrever para você.`,
    channels.length === 0 ? nothing(name) : 'Toque no que você não quer mais receber:',
  ];
  return plainPage(200, {
    title: `Mensagens de ${name}`,
    site: SITE,
    body: paragraphs(texts) + form(wanted),
  });
}

/** What was asked for is done, now or before. */
export function donePage(name: string, taken: readonly ConsentChannel[], wanted: Wanted): PlainPage {
  const what = taken.map((channel) => NAMES[channel]).join(' nem ');
  const texts = [
    `Você não receberá mais ${what} de ${name}. O que já estava a caminho ainda pode chegar.`,
    'Seu saldo e seus vales continuam valendo. Para voltar a receber, é só pedir na loja.',
  ];
  return plainPage(200, { title: 'Pronto', site: SITE, body: paragraphs(texts) + form(wanted) });
}

/** The link is nobody's. It says nothing of anybody. */
export function unknownLinkPage(): PlainPage {
  return plainPage(404, {
    title: 'Link não reconhecido',
    site: SITE,
    body: paragraphs([
      'Este endereço não é o de nenhuma mensagem, e nada foi mudado. Confira se ele foi copiado por inteiro, ou abra o link direto da mensagem.',
      'Para não receber mais mensagens, você também pode responder SAIR no WhatsApp ou falar com a loja.',
    ]),
  });
}

/** Somebody tries addresses that are nobody's. */
export function tooManyPage(): PlainPage {
  return plainPage(429, {
    title: 'Muitas tentativas',
    site: SITE,
    body: paragraphs([
      'Foram abertos endereços demais em pouco tempo. Espere alguns minutos e tente de novo.',
    ]),
  });
}

/** Nothing can be read or written now. */
export function laterPage(): PlainPage {
  return plainPage(503, {
    title: 'Um instante',
    site: SITE,
    body: paragraphs([
      'Não foi possível confirmar agora se o seu pedido foi anotado. Tente de novo em alguns segundos: repetir não faz mal.',
    ]),
  });
}

function nothing(name: string): string {
  return `Você já não recebe mensagens de ${name}. Para voltar a receber, é só pedir na loja.`;
}

function channelsIn(wanted: Wanted): ConsentChannel[] {
  return CHANNELS.filter((channel) => wanted[channel]);
}

/** By which query the page is led to that tells what the form has done: loaded again, it asks for nothing. */
export function doneQuery(channels: readonly ConsentChannel[]): string {
  return `?${new URLSearchParams(channels.map((channel): [string, string] => [DONE, channel])).toString()}`;
}

/** What an address tells was asked for, as one that `doneQuery` has made; anybody can write one. */
export function doneIn(query: Readonly<Record<string, unknown>>): ConsentChannel[] {
  const named = [query[DONE]].flat();
  return CHANNELS.filter((channel) => named.includes(channel));
}

/** Posts to the address that it is shown at. */
function form(wanted: Wanted): string {
  const channels = channelsIn(wanted);
  if (channels.length === 0) return '';
  const button = (channel: string, text: string): string =>
    `<div><button name="${CHANNEL_FIELD}" value="${channel}">${escapeHtml(text)}</button></div>`;
  const each = channels.map((channel) => button(channel, `Não receber mais ${NAMES[channel]}`));
  const both = channels.length > 1 ? [button(ALL, 'Não receber mais nada')] : [];
  return `<form method="post">${[...each, ...both].join('')}</form>`;
}

/** By which field of the form a channel is named, and what names all of them. */
export const CHANNEL_FIELD = 'canal';
export const ALL = 'tudo';
/** By which field of an address a channel is named that was taken back. */
export const DONE = 'feito';
