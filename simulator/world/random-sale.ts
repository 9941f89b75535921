import { catalog } from './catalog';
import type { ItemDraft, OrderDiscount, OrderDraft } from './order';
import type { Randomness } from './randomness';

const largestGoodsCents = 195_000;

function makeItems(random: Randomness): ItemDraft[] {
  const items: ItemDraft[] = [];
  let goods = 0;
  for (let line = random.pick([1, 1, 1, 2, 2, 3, 4]); line > 0; line -= 1) {
    const product = random.pick(catalog);
    const quantity = random.pick([1, 1, 1, 1, 2, 3]);
    if (goods + quantity * product.priceCents > largestGoodsCents) break;
    goods += quantity * product.priceCents;
    items.push({
      code: product.code,
      description: product.description,
      quantity,
      unitCents: product.priceCents,
    });
  }
  return items;
}

function makeDiscount(random: Randomness): OrderDiscount {
  if (random.chance(0.75)) return { unit: 'REAL', cents: 0 };
  if (random.chance(0.5)) return { unit: 'PERCENTUAL', bps: random.pick([300, 500, 700, 1000]) };
  return { unit: 'REAL', cents: random.integer(1, 12) * 20 };
}

/** A plausible sale of a small clothes and gift store, between about R$ 20 and R$ 2.000. */
export function makeSale(random: Randomness, onlineChannelId: number): OrderDraft {
  const online = random.chance(0.3);
  return {
    items: makeItems(random),
    discount: makeDiscount(random),
    freightCents: online ? random.pick([990, 1490, 1990, 2450]) : 0,
    channelId: online ? onlineChannelId : 0,
    storeNumber: online ? `LOJA-${random.integer(10_000, 99_999)}` : '',
    instalments: random.pick([1, 1, 1, 2, 3]),
  };
}
