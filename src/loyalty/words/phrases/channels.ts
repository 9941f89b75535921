import type { Channel } from '../../basis';

const CHANNELS: Record<Channel, { name: string; purchases: string }> = {
  bling: { name: 'Bling', purchases: 'registradas no sistema da loja (Bling)' },
  ecommerce: { name: 'loja virtual', purchases: 'na loja virtual' },
  pos: { name: 'ponto de venda', purchases: 'no ponto de venda' },
  import: { name: 'planilha', purchases: 'registradas por planilha' },
  manual: { name: 'lançamento manual', purchases: 'lançadas pela equipe da loja' },
};

const MESSAGE_CHANNELS = { whatsapp: 'WhatsApp', email: 'e-mail' };

/** The name of a channel as staff know it: `loja virtual`. */
export function channelName(channel: Channel): string {
  return CHANNELS[channel].name;
}

/** What a customer's purchases of a channel are, after the word `compras`: `na loja virtual`. */
export function channelPurchases(channel: Channel): string {
  return CHANNELS[channel].purchases;
}

/** The name of a way to write to a customer: `WhatsApp`, `e-mail`. */
export function messageChannelName(channel: keyof typeof MESSAGE_CHANNELS): string {
  return MESSAGE_CHANNELS[channel];
}
