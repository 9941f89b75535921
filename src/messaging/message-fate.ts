import { messageChannelName } from '../loyalty';
import type { NoticeChannel, NoticeKind, SkipReason, WaitReason } from '../loyalty';
import type { SendReason } from './send-error';

/** What of a message decides what is said of it. */
export interface ToldMessage {
  kind: NoticeKind;
  channel: NoticeChannel;
  state: 'queued' | 'sending' | 'sent' | 'delivered' | 'read' | 'failed' | 'skipped' | 'unknown';
  reason: string | null;
  /** The provider's id: null where the provider never took it. */
  providerId: string | null;
}

/** Which message: `Aviso de benefício ganho por WhatsApp`. */
export function messageTitle({ kind, channel }: Pick<ToldMessage, 'kind' | 'channel'>): string {
  return `${KINDS[kind]} por ${messageChannelName(channel)}`;
}

/** What a message is about: `Aviso de benefício ganho`. pt-BR. */
export function messageTopic(kind: NoticeKind): string {
  return KINDS[kind];
}

/** What has become of it, and why where it did not arrive: `não enviado: número não está no WhatsApp`. pt-BR. */
export function messageFate({ channel, state, reason, providerId }: Omit<ToldMessage, 'kind'>): string {
  const fate = state === 'failed' && providerId === null ? STATES.skipped : STATES[state];
  return reason === null ? fate : `${fate}: ${reasonText(channel, reason)}`;
}

const KINDS: Record<NoticeKind, string> = {
  earned: 'Aviso de benefício ganho',
  expiring: 'Aviso de vencimento próximo',
  expired: 'Aviso de vencimento',
  repurchase: 'Convite para nova compra',
  returned: 'Aviso de devolução',
  welcome: 'Boas-vindas',
  balance: 'Saldo do mês',
  winBack: 'Convite para voltar',
  birthday: 'Mensagem de aniversário',
};

const STATES: Record<ToldMessage['state'], string> = {
  queued: 'na fila',
  sending: 'em envio',
  sent: 'enviado',
  delivered: 'entregue',
  read: 'lido',
  failed: 'não entregue',
  skipped: 'não enviado',
  unknown: 'envio não confirmado',
};

/** The reasons of a failed call, and those a message has without one. */
type Reason = SendReason | SkipReason | WaitReason | 'no_report' | 'gave_up' | 'due_again' | 'delayed';

const REASONS: Record<Reason, string | Record<NoticeChannel, string>> = {
  busy: 'o provedor está ocupado',
  too_fast_for_recipient: 'muitas mensagens seguidas para esta pessoa',
  marketing_limit: 'limite de mensagens de divulgação para esta pessoa',
  unreachable: {
    whatsapp: 'número não está no WhatsApp',
    email: 'o endereço não existe ou não recebe mensagens',
  },
  experiment: 'a Meta não entrega divulgação a este número por um tempo (experimento dela)',
  opted_out: 'a pessoa não quer mais receber mensagens',
  sender_blocked: 'a conta da loja está bloqueada, sem pagamento ou com a senha errada',
  template_blocked: 'o modelo da mensagem não existe, está pausado ou tem outros campos',
  invalid_message: 'o provedor não aceita esta mensagem',
  no_connection: 'o provedor não pode ser alcançado',
  certificate_refused:
    'o certificado de segurança (TLS) do servidor não foi aceito: está vencido ou é de outro nome',
  no_answer: 'o provedor não respondeu',
  channel_off: 'este canal não está configurado',
  no_address: { whatsapp: 'o cliente não tem celular', email: 'o cliente não tem e-mail' },
  no_report: 'nenhum aviso de entrega chegou',
  no_longer_due: 'deixou de ser devido antes de sair',
  due_again: 'voltou a ser devido',
  delayed: 'o envio demorou a começar, e começa de novo em instantes',
  bought_since: 'o cliente comprou de novo antes de sair',
  told_nothing: 'o cliente não tinha sido avisado do que foi desfeito',
  nothing_left: 'não restava nada a dizer',
  no_consent: 'o cliente não autorizou mensagens por este canal',
  holdout: 'o cliente está no grupo de comparação, que não recebe convites',
  frequency_cap: 'o cliente já recebeu o máximo de mensagens do período',
  quiet_hours: 'está fora do horário de envio da loja',
  sender_paused:
    'o envio por este canal está pausado: a conta que envia está bloqueada, sem pagamento ou com a senha errada',
  template_paused:
    'o modelo da mensagem está pausado: não existe, foi suspenso pela Meta ou tem outros campos',
  erased: 'os dados do cliente foram apagados',
  suppressed: 'o contato está na lista dos que nunca recebem mensagens',
  not_live: 'o envio de mensagens aos clientes não estava liberado pela loja',
  gave_up: 'o passo que envia falhou por um dia, ou por um defeito do programa',
};

/** Why, in pt-BR, by the stable word. */
export function reasonText(channel: NoticeChannel, reason: string): string {
  const text = (REASONS as Partial<typeof REASONS>)[reason as Reason];
  if (text === undefined) return `motivo do provedor: ${reason}`;
  return typeof text === 'string' ? text : text[channel];
}
