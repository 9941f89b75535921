import { escapeHtml, paragraphs, plainPage } from '../../http';
import type { PlainPage } from '../../http';
import { CONNECT_FAILURES } from './connect-failure';
import type { Barred } from './began-by';
import type { ConnectFailure } from './connect-failure';

/** Before Bling asks: who will receive the company's data. `onward`: the address of whoever goes on. */
export function consentPage(merchantName: string, merchantId: string, onward: string): PlainPage {
  const lines = [
    `A empresa do Bling que você autorizar será conectada à conta “${merchantName}” (${merchantId}) do Retorno: é ela que passará a receber os pedidos, os clientes e os contatos dessa empresa.`,
    'Se você não conhece esta conta, ou recebeu este endereço de outra pessoa, feche esta página. Nada foi conectado.',
  ];
  return page(200, 'Conectar o Bling a esta conta?', lines, '', { href: onward, text: 'Continuar no Bling' });
}

/** The consent was not begun in this browser, or without the page that names the account. */
export function elsewherePage(merchantName: string): PlainPage {
  const lines = [
    `Ela foi iniciada em outro navegador, para conectar uma empresa à conta “${merchantName}” do Retorno. Para que ninguém receba os dados da sua empresa por um link enviado por outra pessoa, ela não foi concluída, e nada foi conectado.`,
    'Se a conta é sua, comece de novo neste navegador: peça um endereço novo em conectar o Bling, abra-o aqui e continue até o fim sem trocar de navegador. Se não é, revogue o acesso do aplicativo Retorno nas configurações do Bling.',
  ];
  return page(403, 'Esta autorização começou em outro lugar', lines, '', TO_CONNECTION);
}

/** A person began it, and whoever comes is not signed in as that person here. */
export function notTheirsPage(merchantName: string): PlainPage {
  const lines = [
    `Esta autorização foi iniciada por uma pessoa da conta “${merchantName}” do Retorno, e só ela pode concluí-la, com a sessão dela aberta neste navegador. Nada foi conectado.`,
    'Se foi você, entre no Retorno neste navegador e clique em conectar o Bling outra vez. Se recebeu este endereço de outra pessoa, feche esta página.',
  ];
  return page(403, 'Entre na sua conta para conectar o Bling', lines, '', TO_CONNECTION);
}

const BARRED: Record<Barred, [title: string, what: string]> = {
  suspended: [
    'Esta conta está suspensa',
    'Enquanto ela estiver suspensa, nenhuma empresa pode ser conectada. Fale com quem administra a instalação.',
  ],
  no_longer_theirs: [
    'Quem começou esta autorização não pode mais concluí-la',
    'O acesso de quem pediu para conectar o Bling mudou desde então. Peça a um dono da conta que comece de novo.',
  ],
};

/** The authorisation was begun for an account, or by somebody, that may not connect companies any more. */
export function barredPage(merchantName: string, barred: Barred): PlainPage {
  const [title, what] = BARRED[barred];
  return page(403, title, [`A conta é “${merchantName}”, e nada foi conectado. ${what}`]);
}

/** The company is connected. */
export function connectedPage(companyName: string): PlainPage {
  const lines = [
    `A empresa ${companyName} está conectada ao Retorno.`,
    'As próximas vendas já contam para o programa.',
  ];
  return page(200, 'Bling conectado', lines, '', TO_ACTIVATION);
}

/** From an address of these pages, under whatever prefix it was reached. */
const TO_ACTIVATION = { href: '../../ativacao', text: 'Continuar no Retorno' };
const TO_CONNECTION = { href: '../../configuracoes/conexao', text: 'Voltar ao Retorno' };

/** Somebody else is connecting with this authorisation right now; the page looks again by itself. */
export function inProgressPage(): PlainPage {
  const lines = [
    'Estamos concluindo a conexão com o Bling; esta página se atualiza sozinha.',
    'Se algo parar no meio, ela diz isso em um minuto.',
  ];
  return page(202, 'Conexão em andamento', lines, '<meta http-equiv="refresh" content="2">');
}

/** Nobody may ask Bling for access just now: the authorisation would come back to nothing. @param forMs how long still */
export function pausedPage(forMs: number): PlainPage {
  const minutes = Math.ceil(forMs / MINUTE_MS);
  return page(503, CONNECT_FAILURES.bling_paused.title, [
    `Muitos pedidos de acesso saíram deste servidor, e o Bling não aceita outros por mais ${minutes} ${minutes === 1 ? 'minuto' : 'minutos'}. As empresas já conectadas não perdem nada.`,
    'Nada foi conectado, e esta página continua valendo: atualize-a depois desse tempo e continue daqui.',
  ]);
}

const MINUTE_MS = 60_000;

/** The company could not be connected. */
export function failurePage(failure: ConnectFailure): PlainPage {
  const { title, text } = CONNECT_FAILURES[failure];
  return page(OF_ANOTHER.includes(failure) ? 409 : 502, title, [text], '', TO_CONNECTION);
}

const OF_ANOTHER: readonly ConnectFailure[] = ['company_taken', 'company_left_behind'];

/** The callback carries no authorisation that was begun here, or one that has been forgotten. */
export function unknownStatePage(): PlainPage {
  const lines = [
    'Este endereço não corresponde a uma autorização iniciada no Retorno nas últimas 24 horas, e nada foi conectado.',
    'Se você instalou o aplicativo pelo Bling, ou se já faz tempo, volte ao Retorno e clique em conectar o Bling.',
  ];
  return page(400, 'Autorização não reconhecida', lines, '', TO_CONNECTION);
}

/** The database is away: whether the code was used already cannot be known now. */
export function tryAgainPage(): PlainPage {
  return page(503, 'Um instante', [
    'O Retorno está voltando ao ar e ainda não pode mostrar como esta autorização terminou.',
    'Atualize esta página em alguns segundos; se o Bling demorar, volte ao Retorno e clique em conectar de novo.',
  ]);
}

const DENIALS: Record<string, string> = {
  access_denied:
    'A autorização foi recusada na tela do Bling, e nada foi conectado. Se foi engano, conecte de novo e clique em autorizar.',
  app_inativo:
    'O aplicativo está inativo no Bling, e nada foi conectado. Quem cuida do Retorno precisa reativá-lo no painel do Bling.',
  UNAUTHORIZED_ERROR:
    'O usuário do Bling não tem permissão para autorizar, ou a conta tem uma pendência, e nada foi conectado. Autorize com um usuário administrador ou regularize a conta, e conecte de novo.',
};

/** Bling came back with an error in place of a code. */
export function deniedPage(error: string): PlainPage {
  const text = Object.hasOwn(DENIALS, error)
    ? DENIALS[error]!
    : 'O Bling não concluiu a autorização, e nada foi conectado. Volte ao Retorno e clique em conectar de novo.';
  return page(400, 'O Bling não autorizou a conexão', [text], '', TO_CONNECTION);
}

function page(
  status: number,
  title: string,
  texts: string[],
  head = '',
  onward?: { href: string; text: string },
): PlainPage {
  const link = onward ? `<p><a href="${escapeHtml(onward.href)}">${escapeHtml(onward.text)}</a></p>` : '';
  return plainPage(status, { title, site: 'Retorno', body: paragraphs(texts) + link, head });
}
