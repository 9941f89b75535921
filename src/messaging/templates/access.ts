import type { LocalMoment } from '../../loyalty';
import { layOut } from './email-layout';
import type { EmailContent } from './email-layout';
import { brazilianMoment, oneLine } from './wording';

/** What a person is told who works, or is to work, with a merchant's programme. */
export type AccessMail =
  | {
      kind: 'invitation';
      name: string;
      merchantName: string;
      /** Who invites; null: the installation. */
      invitedBy: string | null;
      role: 'owner' | 'manager' | 'staff';
      link: string;
      /** Until when the link can be used, and by which clock that is told. */
      until: LocalMoment;
      zone: string;
    }
  | { kind: 'password_reset'; name: string; link: string; minutes: number }
  | { kind: 'password_changed'; name: string }
  /** What customers are told, to somebody who wants to see that it arrives. */
  | { kind: 'test_message'; email: EmailContent };

const PRODUCT = 'Retorno';

const ROLES = { owner: 'dono', manager: 'gerente', staff: 'atendente' } as const;

/**
 * Puts what a person is told about signing in into words, in Brazilian Portuguese.
 * @throws RangeError when `until` is no moment: a programming error
 */
export function renderAccessMail(mail: AccessMail): EmailContent {
  switch (mail.kind) {
    case 'invitation':
      return invitation(mail);
    case 'password_reset':
      return passwordReset(mail);
    case 'password_changed':
      return passwordChanged(mail);
    case 'test_message':
      return mail.email;
  }
}

function invitation(mail: Extract<AccessMail, { kind: 'invitation' }>): EmailContent {
  const merchant = oneLine(mail.merchantName);
  const by = oneLine(mail.invitedBy ?? '');
  const invites = by === '' ? 'Você foi convidado' : `${by} convidou você`;
  return layOut({
    subject: `Convite para o Retorno de ${merchant}`,
    greeting: hello(mail.name),
    highlight: null,
    paragraphs: [
      `${invites} para usar o Retorno, o programa de fidelidade de ${merchant}, como ${ROLES[mail.role]}.`,
      `O convite vale até ${brazilianMoment(mail.until)} (horário de ${placeOf(mail.zone)}) e serve uma única vez. Ao aceitar, você escolhe a sua senha.`,
    ],
    action: { label: 'Aceitar o convite', url: mail.link },
    programName: PRODUCT,
    footer:
      `Você recebeu esta mensagem porque alguém de ${merchant} informou o seu e-mail. ` +
      'Se não esperava um convite, ignore-a: sem o seu aceite nada acontece.',
  });
}

function passwordReset({
  name,
  link,
  minutes,
}: Extract<AccessMail, { kind: 'password_reset' }>): EmailContent {
  return layOut({
    subject: 'Nova senha para o Retorno',
    greeting: hello(name),
    highlight: null,
    paragraphs: [
      'Alguém, provavelmente você, pediu uma nova senha para entrar no Retorno.',
      `O link vale por ${minutes} minutos e serve uma única vez. Ao trocar a senha, todas as sessões abertas são encerradas.`,
    ],
    action: { label: 'Escolher uma nova senha', url: link },
    programName: PRODUCT,
    footer:
      'Se não foi você que pediu, ignore esta mensagem: a sua senha continua a mesma. Nunca encaminhe este link.',
  });
}

function passwordChanged({ name }: Extract<AccessMail, { kind: 'password_changed' }>): EmailContent {
  return layOut({
    subject: 'A sua senha do Retorno foi trocada',
    greeting: hello(name),
    highlight: null,
    paragraphs: [
      'A senha com que você entra no Retorno acaba de ser trocada, e todas as sessões abertas foram encerradas.',
      'Se não foi você, peça já uma nova senha na tela de entrada e avise o dono da conta.',
    ],
    programName: PRODUCT,
    footer: 'Você recebeu esta mensagem porque tem acesso ao Retorno.',
  });
}

function hello(name: string): string {
  const known = oneLine(name);
  return known === '' ? 'Olá!' : `Olá, ${known}!`;
}

/** `America/Sao_Paulo` as people say it. */
function placeOf(zone: string): string {
  return (CITIES[zone] ?? zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
}

/** The zones of Brazil whose names lack their accents. */
const CITIES: Readonly<Record<string, string>> = {
  'America/Sao_Paulo': 'São Paulo',
  'America/Belem': 'Belém',
  'America/Cuiaba': 'Cuiabá',
  'America/Maceio': 'Maceió',
  'America/Santarem': 'Santarém',
  'America/Araguaina': 'Araguaína',
};
