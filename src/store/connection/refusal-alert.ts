import type { ParkedReason } from '../../loyalty';
import type { Alerts } from '../alert';
import { connectionAlert } from './connection-alert';

const alert = connectionAlert('bling_refused');

/** A connection whose sales are parked. */
interface OfConnection {
  merchantId: string;
  connectionId: string;
}

/** Why: as a sale is parked, or that NFC-e alone may not be read. */
type Told = Exclude<ParkedReason, 'rejected'> | 'invoices_forbidden';

/** Tells a merchant that sales of a connection are not read any more: one alert, however many sales it concerns. */
export async function raiseRefusal(
  alerts: Pick<Alerts, 'raise'>,
  { merchantId, connectionId }: OfConnection,
  reason: Told,
  now: Date,
): Promise<void> {
  const text = `${WHAT_HAPPENED[reason]} ${MEANWHILE} ${WHAT_TO_DO[reason]}`;
  await alert.raise(alerts, { merchantId, id: connectionId }, { text, facts: { reason } }, now);
}

/** The connection answers again, or was authorised again. */
export async function endRefusal(
  alerts: Pick<Alerts, 'resolve'>,
  { merchantId, connectionId }: OfConnection,
  now: Date,
): Promise<void> {
  await alert.end(alerts, { merchantId, id: connectionId }, now);
}

const WHAT_HAPPENED: Record<Told, string> = {
  unauthorized: 'O Bling recusa o acesso a esta empresa: a autorização foi revogada ou venceu.',
  forbidden:
    'O Bling recusa o acesso a esta empresa: falta uma permissão ao aplicativo ou ao usuário que o autorizou.',
  invoices_forbidden:
    'O Bling recusa a leitura das NFC-e desta empresa: falta essa permissão ao aplicativo ou ao usuário que o autorizou. Os pedidos continuam a ser lidos.',
  unknown_connection:
    'A conexão com o Bling de onde vieram algumas vendas não existe mais, como depois de restaurar uma cópia antiga do banco.',
};

const MEANWHILE =
  'As vendas que precisam ser lidas ficam paradas e nada se perde: saldos, vales, carências e vencimentos continuam valendo.';

const AUTHORIZE =
  'abra _Configurações → Conexão_ (ou `GET /integrations/bling/authorize` com a chave da loja) e autorize de novo com um administrador da empresa.';
const THEN = 'As vendas paradas são lidas sozinhas em seguida, e este alerta se encerra.';

const WHAT_TO_DO: Record<Told, string> = {
  unauthorized: `O que fazer: ${AUTHORIZE} ${THEN}`,
  forbidden: `O que fazer: conceda a permissão no Bling e ${AUTHORIZE} ${THEN}`,
  invoices_forbidden: `O que fazer: conceda a permissão no Bling e ${AUTHORIZE} Ou, na mesma página, deixe de contar as NFC-e sem pedido. ${THEN}`,
  unknown_connection: `O que fazer: ${AUTHORIZE} Depois, salve no Bling os pedidos parados, para que sejam lidos pela conexão nova. Este alerta se encerra sozinho depois de um dia sem repetição.`,
};
