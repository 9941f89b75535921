import type { Alerts } from '../alert';
import { connectionAlert } from './connection-alert';
import type { StoreConnection } from './store-connection';

const alert = connectionAlert('connection_stopped');

/** Tells a merchant that a connection was stopped by its people: its orders are not read meanwhile. */
export async function raiseStop(
  alerts: Pick<Alerts, 'raise'>,
  connection: StoreConnection,
  state: 'paused' | 'disconnected',
  now: Date,
): Promise<void> {
  const text = TEXTS[state](connection.companyName);
  await alert.raise(alerts, connection, { text, facts: { state } }, now);
}

/** It is connected again. */
export const endStop = alert.end;

const TEXTS = {
  paused: (company: string) =>
    `A conexão com a empresa ${company} do Bling está pausada: os pedidos dela não são lidos. Ao retomá-la ` +
    '(`POST /v1/connections/{id}/resume`), tudo o que mudou enquanto isso é conferido, e este alerta se encerra.',
  disconnected: (company: string) =>
    `A empresa ${company} do Bling foi desconectada: os pedidos dela não são mais lidos, e o que já existe continua guardado. Para voltar, ` +
    'abra `GET /integrations/bling/authorize` e autorize a mesma empresa. Este alerta se encerra então, ou sozinho depois de uma semana.',
} as const;
