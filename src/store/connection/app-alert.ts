import type { Alerts } from '../alert';
import type { Clock } from '../clock';
import type { Mongo } from '../mongo';
import { connectionModel } from './connection-model';

/** Hears whether Bling takes the app's own id and secret, which are no merchant's. */
export interface AppWatch {
  /** It does not, as a refresh of this connection's tokens has shown. */
  refused(connectionId: string): Promise<void>;
  /** It does. */
  taken(connectionId: string): Promise<void>;
}

/** Tells the merchants who are concerned, by an alert each that ends with the first tokens they have again. */
export function createAppWatch(
  mongo: Mongo,
  alerts: Pick<Alerts, 'raise' | 'resolve'>,
  clock: Pick<Clock, 'estimate'>,
): AppWatch {
  async function about(connectionId: string) {
    const connection = await mongo.of(connectionModel).findById(connectionId).lean();
    if (!connection) return null;
    return { merchantId: connection.merchantId, kind: 'bling_app_refused' as const, subject: 'app' };
  }
  return {
    async refused(connectionId) {
      const what = await about(connectionId);
      if (what) await alerts.raise(what, { text: TEXT, facts: { connectionId } }, new Date(clock.estimate()));
    },
    async taken(connectionId) {
      const what = await about(connectionId);
      if (what) await alerts.resolve(what, new Date(clock.estimate()));
    },
  };
}

const TEXT =
  'O Bling não reconhece o aplicativo desta instalação: as credenciais estão erradas ou foram trocadas no painel do Bling. As autorizações das ' +
  'empresas continuam valendo, e ninguém precisa autorizar de novo: as vendas esperam, nada se perde, e saldos e vales continuam podendo ser ' +
  'usados. O que fazer: peça à equipe técnica que corrija `BLING_CLIENT_ID` e `BLING_CLIENT_SECRET` (com um segredo novo, também os avisos do ' +
  'Bling são recusados até lá) e reinicie a API e os workers. O acesso é renovado sozinho em até dez minutos, e este alerta se encerra.';
