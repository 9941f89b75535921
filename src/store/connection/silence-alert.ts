import { DateTime } from 'luxon';
import type { Alerts } from '../alert';
import type { Clock } from '../clock';
import type { SilenceWatch } from './call-places';
import type { Connections } from './connections';
import type { StoreConnection } from './store-connection';

const DEFAULT_ZONE = 'America/Sao_Paulo';

/** Nobody asks the company any more. */
export async function endSilence(
  alerts: Pick<Alerts, 'resolve'>,
  connection: Pick<StoreConnection, 'merchantId' | 'id'>,
  now: Date,
): Promise<void> {
  await alerts.resolve(about(connection), now);
}

function about({ merchantId, id }: Pick<StoreConnection, 'merchantId' | 'id'>) {
  return { merchantId, kind: 'bling_silent' as const, subject: id };
}

/** Tells a merchant that nobody answers the calls to its company, by an alert that ends with the first answer. */
export function createSilenceWatch(
  connections: Pick<Connections, 'ofCompany'>,
  alerts: Pick<Alerts, 'raise' | 'resolve'>,
  clock: Pick<Clock, 'estimate'>,
): SilenceWatch {
  return {
    async began(companyId, since) {
      const connection = await connections.ofCompany(companyId);
      if (!connection) return;
      const what = { text: silenceText(connection, since), facts: { connectionId: connection.id, since } };
      await alerts.raise(about(connection), what, new Date(clock.estimate()));
    },
    async ended(companyId) {
      const connection = await connections.ofCompany(companyId);
      if (connection) await endSilence(alerts, connection, new Date(clock.estimate()));
    },
  };
}

function silenceText({ zone }: StoreConnection, since: number): string {
  const from = DateTime.fromMillis(since, { zone: zone ?? DEFAULT_ZONE }).toFormat("dd/MM/yyyy 'às' HH:mm");
  return (
    `O Bling não responde às consultas desta loja desde ${from}. As vendas esperam, nada se perde, e são lidas sozinhas assim que ele ` +
    'responder; saldos e vales continuam podendo ser usados. Se durar horas, confira a página de situação do Bling e a internet do ' +
    'servidor. Este alerta se encerra sozinho com a primeira resposta.'
  );
}
