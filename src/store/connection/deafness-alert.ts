import type { Alerts } from '../alert';
import { connectionAlert } from './connection-alert';
import type { StoreConnection } from './store-connection';

const alert = connectionAlert('webhooks_silent');

/** Tells a merchant that a store's events have stopped: its list shows changes that none has told of. */
export async function raiseDeafness(
  alerts: Pick<Alerts, 'raise'>,
  connection: StoreConnection,
  now: Date,
): Promise<void> {
  const { companyName, lastEventAt = null } = connection;
  const since = lastEventAt === null ? 'não chegou ainda nenhum aviso' : 'os avisos pararam de chegar';
  const text =
    `Da empresa ${companyName} ${since} do Bling, embora a lista dele mostre pedidos que mudaram. Nada se perde: os pedidos ` +
    'são conferidos pela lista, mas com atraso. O que fazer: abra o aplicativo no painel do Bling, aba Webhooks, e reative o servidor ' +
    'e o recurso de pedidos de venda, que o Bling desliga depois de três dias de falhas. Este alerta se encerra sozinho com o próximo aviso.';
  await alert.raise(alerts, connection, { text, facts: { lastEventAt } }, now);
}

/** Events come again. */
export const endDeafness = alert.end;
