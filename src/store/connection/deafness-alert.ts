import type { Alerts } from '../alert';
import type { StoreConnection } from './store-connection';

/** Tells a merchant that a store's events have stopped: its list shows changes that none has told of. */
export async function raiseDeafness(
  alerts: Pick<Alerts, 'raise'>,
  { merchantId, id, companyName, lastEventAt = null }: StoreConnection,
  now: Date,
): Promise<void> {
  const since = lastEventAt === null ? 'não chegou ainda nenhum aviso' : 'os avisos pararam de chegar';
  const text =
    `Da empresa ${companyName} ${since} do Bling, embora a lista dele mostre pedidos que mudaram. Nada se perde: os pedidos ` +
    'são conferidos pela lista, mas com atraso. O que fazer: abra o aplicativo no painel do Bling, aba Webhooks, e reative o servidor ' +
    'e o recurso de pedidos de venda, que o Bling desliga depois de três dias de falhas. Este alerta se encerra sozinho com o próximo aviso.';
  await alerts.raise(about(merchantId, id), { text, facts: { connectionId: id, lastEventAt } }, now);
}

/** Events come again. */
export async function endDeafness(
  alerts: Pick<Alerts, 'resolve'>,
  { merchantId, id }: Pick<StoreConnection, 'merchantId' | 'id'>,
  now: Date,
): Promise<void> {
  await alerts.resolve(about(merchantId, id), now);
}

function about(merchantId: string, connectionId: string) {
  return { merchantId, kind: 'webhooks_silent' as const, subject: connectionId };
}
