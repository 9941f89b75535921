import { DateTime } from 'luxon';
import type { Alerts } from '../alert';
import { BLING_ZONE } from './pace';
import { connectionAlert } from './connection-alert';
import type { StoreConnection } from './store-connection';

const alert = connectionAlert('connection_behind');

/** Why a connection is behind, as far as that is known. */
interface Behind {
  /** Its run is there, and what it is to do next fails each time. */
  failing: boolean;
  /** How its last comparison failed, in a stable word; null: it did not, or is under way. */
  failure: string | null;
}

/** Tells a merchant that a connection's orders have not been compared for long, although it stands as connected. */
export async function raiseBehind(
  alerts: Pick<Alerts, 'raise'>,
  connection: StoreConnection,
  { failing, failure }: Behind,
  now: Date,
): Promise<void> {
  const { companyName, reconciledUntil = null } = connection;
  const text = `${WHAT(companyName, reconciledUntil)} ${failing ? FAILING : LATE} ${WHAT_TO_DO}`;
  await alert.raise(alerts, connection, { text, facts: { reconciledUntil, failing, failure } }, now);
}

/** They are compared as usual, or nobody is to compare them. */
export const endBehind = alert.end;

const WHAT = (company: string, until: Date | null): string =>
  until === null
    ? `Os pedidos da empresa ${company} ainda não foram conferidos com a lista do Bling nenhuma vez.`
    : `Os pedidos da empresa ${company} foram conferidos com a lista do Bling só até ${DateTime.fromJSDate(
        until,
        { zone: BLING_ZONE },
      ).toFormat("dd/MM/yyyy 'às' HH:mm")} (horário de Brasília).`;

const LATE = 'As conferências desde então não chegaram ao fim.';
const FAILING =
  'A execução que cuida da conexão falha sempre no mesmo ponto, como por um defeito do programa ou uma versão nova que não continua as execuções da antiga.';

const WHAT_TO_DO =
  'Vendas de que o Bling avisa continuam sendo lidas, mas o que um aviso perdido deixou de contar não é descoberto. O que fazer: veja em ' +
  '_Configurações → Conexão_ (ou `GET /v1/connections/{id}/reconciliations`) por que as conferências falharam, e mostre isso e a execução ' +
  '`connection/{id}` da Temporal UI à equipe técnica. Este alerta se encerra sozinho depois da próxima conferência que chegar ao fim.';
