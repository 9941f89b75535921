import type { Store } from '../../src/store';
import { AT_ANY_HOUR } from '../at-any-hour';
import { goOnToBling } from '../local';
import type { HttpCaller } from './http-caller';

/** A merchant of its own with a Bling company, a published program and a key. */
export interface Shop {
  /** Its place among the companies of the simulator. */
  readonly company: number;
  /** As Bling's webhooks name it. */
  readonly companyId: string;
  readonly merchantId: string;
  readonly apiKey: string;
}

/** What opening a shop needs. */
export interface ShopDoors {
  readonly store: Pick<Store, 'merchants'>;
  readonly api: HttpCaller;
  readonly simulator: HttpCaller;
  readonly clientId: string;
}

/** Opens a shop the way a person does: key, program, and Bling's consent page. */
export async function openShop(
  { store, api, simulator, clientId }: ShopDoors,
  { company, companyId }: Pick<Shop, 'company' | 'companyId'>,
  program: unknown,
): Promise<Shop> {
  const { merchantId } = await store.merchants.create(`Loja ${company}`, new Date());
  await store.merchants.setSettings(merchantId, { messages: AT_ANY_HOUR });
  const apiKey = await store.merchants.createKey(merchantId, 'bench', new Date());
  const headers = { authorization: `Bearer ${apiKey}` };
  await api.json(200, { method: 'PUT', path: '/v1/program', headers, body: program });
  const { url } = await api.json<{ url: string }>(200, {
    method: 'GET',
    path: '/integrations/bling/authorize',
    headers: { ...headers, accept: 'application/json' },
  });
  const { consentUrl, cookie } = await goOnToBling(url);
  const state = new URL(consentUrl).searchParams.get('state') ?? '';
  const consent = await simulator.send({
    method: 'POST',
    path: '/Api/v3/oauth/authorize',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: String(
      new URLSearchParams({ client_id: clientId, state, company: String(company), decision: 'allow' }),
    ),
  });
  const { pathname, search } = new URL(consent.location ?? '', url);
  const callback = await api.send({
    method: 'GET',
    path: `${pathname}${search}`,
    headers: { cookie },
  });
  if (callback.status !== 200)
    throw new Error(`Company ${company} was not connected: the callback answered ${callback.status}.`);
  return { company, companyId, merchantId, apiKey };
}
