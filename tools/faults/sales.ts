import { saleIdOf } from '../../src/ids';
import type { Shop } from '../rig';
import type { Deeds } from './deeds';
import type { House } from './house';
import { personOf } from './people';
import type { PlannedSale } from './plan';
import type { Till } from './till';

/** Whoever makes sales. */
export interface Seller {
  readonly house: Pick<House, 'simulator' | 'shops'>;
  readonly till: Till;
  readonly deeds: Deeds;
}

/** The id of Bling's situation "Atendido" in every account. */
const COMPLETED = 9;
const CREATED = 201;

/** Makes one sale: in the pretend Bling, which goes on telling until it is heard, or by a till that posts it to the end. */
export async function sell(seller: Seller, sale: PlannedSale): Promise<void> {
  const { house, deeds } = seller;
  const shop = house.shops[sale.shop]!;
  const { merchantId } = shop;
  const { buyer, totalCents } = sale;
  const told = sale.how === 'told by Bling';
  const externalId = told ? await order(seller, shop, sale) : `CX-${sale.number}`;
  const saleId = saleIdOf({ merchantId, channel: told ? 'bling' : 'pos', externalId });
  if (!told && !(await post(seller, shop, { ...sale, externalId }))) return;
  deeds.sold.set(saleId, { saleId, merchantId, buyer, totalCents });
}

async function order({ house }: Seller, { company }: Shop, sale: PlannedSale): Promise<string> {
  const path = `/simulator/companies/${company}`;
  const body = personOf(sale.buyer);
  const contact = await house.simulator.json<{ id: number }>(CREATED, {
    ...{ method: 'POST', path: `${path}/contacts`, body },
  });
  const { id } = await house.simulator.json<{ id: number }>(CREATED, {
    ...{ method: 'POST', path: `${path}/orders` },
    body: { contactId: contact.id, totalCents: sale.totalCents, situationId: COMPLETED },
  });
  return String(id);
}

/** Whether it was acknowledged. */
async function post(
  { till, deeds }: Seller,
  shop: Shop,
  { buyer, totalCents, externalId }: PlannedSale & { externalId: string },
): Promise<boolean> {
  const { mobile, ...person } = personOf(buyer);
  const body = {
    ...{ channel: 'pos', externalId, soldAt: new Date().toISOString(), status: 'completed', totalCents },
    customer: { ...person, phone: mobile },
  };
  const answer = await till.toTheEnd({ shop, path: '/v1/sales', body });
  if (answer.status === CREATED) return true;
  deeds.refused.push(`The sale ${externalId} was answered ${answer.status} ${JSON.stringify(answer.body)}`);
  return false;
}
