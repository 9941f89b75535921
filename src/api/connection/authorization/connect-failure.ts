import { BlingApiError, BlingOAuthError } from '../../../bling';
import { CompanyTakenError } from '../../../store';

/** Why a company could not be connected, as it is remembered for whoever opens the page again. */
export type ConnectFailure =
  | 'code_refused'
  | 'app_misconfigured'
  | 'company_inactive'
  | 'scope_missing'
  | 'bling_unreachable'
  | 'bling_paused'
  | 'company_taken'
  | 'company_left_behind'
  | 'cut_short'
  | 'unexpected';

/** The failure an error stands for. */
export function connectFailure(error: unknown): ConnectFailure {
  if (error instanceof CompanyTakenError) return error.released ? 'company_left_behind' : 'company_taken';
  if (error instanceof BlingApiError)
    return error.kind === 'forbidden' ? 'scope_missing' : 'bling_unreachable';
  if (!(error instanceof BlingOAuthError)) return 'unexpected';
  switch (error.kind) {
    case 'invalid_client':
      return 'app_misconfigured';
    case 'inactive_company':
      return 'company_inactive';
    case 'invalid_grant':
    case 'code_reused':
    case 'rejected':
      return 'code_refused';
    case 'rate_limited':
      return 'bling_paused';
    case 'unavailable':
    case 'timeout':
    case 'invalid_answer':
      return 'bling_unreachable';
  }
}

/** Whether a remembered word is a failure of this release; one of an older release may not be. */
export function isConnectFailure(text: string): text is ConnectFailure {
  return Object.hasOwn(CONNECT_FAILURES, text);
}

interface PageText {
  title: string;
  text: string;
}

const AGAIN = 'Volte ao Retorno e clique em conectar de novo.';

/** The words of each failure for the merchant: what happened, why, and what to do. */
export const CONNECT_FAILURES: Record<ConnectFailure, PageText> = {
  code_refused: {
    title: 'O Bling não aceitou a autorização',
    text: `O código da autorização vale um minuto e uma única vez, e este já não valia. ${AGAIN}`,
  },
  app_misconfigured: {
    title: 'O aplicativo não foi reconhecido pelo Bling',
    text: 'As credenciais do aplicativo estão erradas ou foram trocadas. Quem cuida do Retorno precisa corrigir BLING_CLIENT_ID e BLING_CLIENT_SECRET; depois, conecte de novo.',
  },
  company_inactive: {
    title: 'A empresa está inativa no Bling',
    text: `O Bling não dá acesso a uma empresa inativa. Regularize a conta no Bling. ${AGAIN}`,
  },
  scope_missing: {
    title: 'Faltam permissões no Bling',
    text: `O usuário que autorizou, ou o aplicativo, não tem permissão para ler os dados da empresa. Autorize com um usuário administrador. ${AGAIN}`,
  },
  bling_unreachable: {
    title: 'O Bling não respondeu',
    text: `A autorização chegou, mas o Bling não respondeu a tempo, e o código não pode ser usado outra vez. Espere alguns minutos. ${AGAIN}`,
  },
  bling_paused: {
    title: 'O Bling pediu uma pausa',
    text: `Muitos pedidos de acesso saíram deste servidor, e o Bling não aceita outros por até uma hora. Nada foi conectado, e as empresas já conectadas não perdem nada. Espere uma hora. ${AGAIN}`,
  },
  company_taken: {
    title: 'Esta empresa já está conectada a outra conta',
    text: 'Cada empresa do Bling só pode estar em uma conta do Retorno, e esta já está em outra. Autorize com a empresa certa ou fale com o suporte.',
  },
  company_left_behind: {
    title: 'Esta empresa já foi de outra conta',
    text: 'Ela foi desconectada daquela conta, mas as vendas e os benefícios que gerou continuam lá, e não podem valer nas duas. Conecte-a de novo àquela conta, ou fale com o suporte.',
  },
  cut_short: {
    title: 'A conexão foi interrompida',
    text: 'O Retorno parou no meio desta conexão, e o código do Bling não pode ser usado outra vez. Veja na página da conexão se a empresa já está lá; se não estiver, conecte de novo.',
  },
  unexpected: {
    title: 'Não foi possível concluir a conexão',
    text: `Algo inesperado aconteceu do nosso lado e foi registrado. ${AGAIN}`,
  },
};
