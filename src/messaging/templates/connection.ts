import { layOut } from './email-layout';
import type { EmailContent } from './email-layout';
import { oneLine } from './wording';

/** What an owner is told of a connection to Bling that has changed. */
export interface ConnectionMail {
  state: 'connected' | 'needs_authorization' | 'paused' | 'disconnected';
  /** Of the owner. */
  name: string;
  /** Of the company in Bling. */
  companyName: string;
  /** Where the connection is seen to. */
  link: string;
}

interface Words {
  subject: string;
  paragraphs: readonly string[];
  action: string;
}

const WORDS: Record<ConnectionMail['state'], (company: string) => Words> = {
  connected: (company) => ({
    subject: `${company} está conectada ao Retorno`,
    paragraphs: [
      `A conexão com a empresa ${company} do Bling está funcionando. As vendas que mudaram enquanto ela esteve parada são conferidas agora, e nada se perde.`,
    ],
    action: 'Ver a conexão',
  }),
  needs_authorization: (company) => ({
    subject: `O Bling recusa o acesso do Retorno a ${company}`,
    paragraphs: [
      `O Bling não aceita mais a autorização da empresa ${company}: o aplicativo pode ter sido desinstalado, ou falta uma permissão.`,
      'As vendas dela esperam e nada se perde. Autorize de novo com um administrador da empresa, e tudo o que mudou enquanto isso é conferido.',
    ],
    action: 'Autorizar de novo',
  }),
  paused: (company) => ({
    subject: `A conexão com ${company} foi pausada`,
    paragraphs: [
      `Alguém da sua conta pausou a conexão com a empresa ${company} do Bling: os pedidos dela não são lidos até que a conexão seja retomada.`,
      'Saldos, vales e vencimentos continuam valendo. Ao retomar, tudo o que mudou enquanto isso é conferido.',
    ],
    action: 'Ver a conexão',
  }),
  disconnected: (company) => ({
    subject: `${company} foi desconectada do Retorno`,
    paragraphs: [
      `Alguém da sua conta desconectou a empresa ${company} do Bling, e o acesso a ela está sendo devolvido. Os pedidos dela não são mais lidos.`,
      'As vendas, os saldos e os vales que já existem continuam guardados e valendo.',
    ],
    action: 'Ver as conexões',
  }),
};

/** Puts into words, in Brazilian Portuguese, how a connection stands now. */
export function renderConnectionMail({ state, name, companyName, link }: ConnectionMail): EmailContent {
  const known = oneLine(name);
  const { subject, paragraphs, action } = WORDS[state](oneLine(companyName));
  return layOut({
    subject,
    greeting: known === '' ? 'Olá!' : `Olá, ${known}!`,
    highlight: null,
    paragraphs: [...paragraphs],
    action: { label: action, url: link },
    programName: 'Retorno',
    footer: 'Você recebeu esta mensagem porque é dono de uma conta do Retorno.',
  });
}
