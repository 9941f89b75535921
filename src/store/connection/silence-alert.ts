import { DateTime } from 'luxon';
import type { Alerts } from '../alert';
import type { Clock } from '../clock';
import type { SilenceWatch } from './call-places';
import { connectionAlert } from './connection-alert';
import type { Connections } from './connections';
import type { StoreConnection } from './store-connection';

const DEFAULT_ZONE = 'America/Sao_Paulo';

const alert = connectionAlert('bling_silent');

/** Nobody asks the company any more. */
export const endSilence = alert.end;

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
      const told = { text: silenceText(connection, since), facts: { since } };
      await alert.raise(alerts, connection, told, new Date(clock.estimate()));
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
