import { messageChannelName } from '../loyalty';
import type { NoticeChannel } from '../loyalty';

/** What is held up until somebody acts, and by which of the provider's codes. */
export interface PauseTold {
  channel: NoticeChannel;
  /** Null: all that the sender sends. */
  template: string | null;
  code: string;
}

/** What a merchant's people are told of it, and what they do. pt-BR. */
export function pauseText({ channel, template, code }: PauseTold): string {
  const what =
    template === null
      ? `As mensagens por ${messageChannelName(channel)} estão paradas`
      : `As mensagens do modelo ${template} estão paradas`;
  return (
    `${what}: o provedor as recusa (código ${code}). Nada se perde por um dia: elas esperam, e de tempos em tempos uma tenta sair. ` +
    `O que fazer: ${template === null ? senderHelp(channel, code) : templateHelp(code)} ` +
    'Este alerta se encerra sozinho quando uma delas sair.'
  );
}

const SENDER_HELP: Readonly<Record<string, string>> = {
  '131042': 'acerte o pagamento da conta do WhatsApp no Gerenciador de Negócios da Meta.',
  '131048':
    'muitas pessoas bloquearam ou denunciaram o número: veja a qualidade dele no Gerenciador do WhatsApp e escreva só a quem espera ouvir da loja.',
  '131031':
    'a conta do WhatsApp foi bloqueada: veja o motivo e peça revisão na Central de Qualidade da Meta.',
  '368': 'a Meta suspendeu o envio por uma regra violada: veja o motivo e o prazo na Central de Qualidade.',
  '131045': 'registre o número outra vez na API do WhatsApp: o certificado dele não foi aceito.',
  '133010': 'registre o número na API do WhatsApp: ele ainda não está registrado.',
};

function senderHelp(channel: NoticeChannel, code: string): string {
  if (channel === 'email')
    return 'confira com a equipe técnica o usuário, a senha e o remetente do servidor de e-mail.';
  return (
    SENDER_HELP[code] ??
    'o acesso à conta do WhatsApp não é aceito: a equipe técnica troca o token do usuário do sistema e confere as permissões dele.'
  );
}

const TEMPLATE_HELP: Readonly<Record<string, string>> = {
  '132001': 'envie o modelo para aprovação na Meta, em português (pt_BR) e com exatamente este nome.',
  '132007': 'a Meta recusou o texto do modelo: corrija-o e envie de novo para aprovação.',
  '132015':
    'a Meta pausou o modelo por baixa qualidade: espere o fim da pausa, ou melhore o texto e envie de novo.',
  '132016':
    'a Meta desativou o modelo por baixa qualidade: envie outro texto para aprovação, com o mesmo nome.',
};

function templateHelp(code: string): string {
  return (
    TEMPLATE_HELP[code] ??
    'confira no Gerenciador do WhatsApp se o modelo tem os campos e os botões que o sistema preenche.'
  );
}
