import type { Alerts } from '../alert';
import type { StoreConnection } from './store-connection';

/** Tells a merchant that a connection was stopped by its people: its orders are not read meanwhile. */
export async function raiseStop(
  alerts: Pick<Alerts, 'raise'>,
  { merchantId, id, companyName }: StoreConnection,
  state: 'paused' | 'disconnected',
  now: Date,
): Promise<void> {
  const text = TEXTS[state](companyName);
  await alerts.raise(about(merchantId, id), { text, facts: { connectionId: id, state } }, now);
}

/** It is connected again. */
export async function endStop(
  alerts: Pick<Alerts, 'resolve'>,
  { merchantId, id }: Pick<StoreConnection, 'merchantId' | 'id'>,
  now: Date,
): Promise<void> {
  await alerts.resolve(about(merchantId, id), now);
}

function about(merchantId: string, connectionId: string) {
  return { merchantId, kind: 'connection_stopped' as const, subject: connectionId };
}

const TEXTS = {
  paused: (company: string) =>
    `A conexão com a empresa ${company} do Bling está pausada: os pedidos dela não são lidos. Ao retomá-la ` +
    '(`POST /v1/connections/{id}/resume`), tudo o que mudou enquanto isso é conferido, e este alerta se encerra.',
  disconnected: (company: string) =>
    `A empresa ${company} do Bling foi desconectada: os pedidos dela não são mais lidos, e o que já existe continua guardado. Para voltar, ` +
    'abra `GET /integrations/bling/authorize` e autorize a mesma empresa. Este alerta se encerra então, ou sozinho depois de uma semana.',
} as const;
