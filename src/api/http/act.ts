/**
 * What is written down of whoever does it (the audit), by name, and as people read it. Movements of value at the counter and sales that
 * a channel tells of are not here: the ledger keeps who made them.
 */
export const ACTS = {
  'activation.approve_sale': 'Aprovação da venda de referência',
  'activation.go_live': 'Liberação das mensagens aos clientes',
  'activation.pause': 'Suspensão das mensagens aos clientes',
  'adjustment.make': 'Ajuste manual de saldo',
  'alert.resolve': 'Encerramento de alerta',
  'connection.authorize': 'Início de conexão com o Bling',
  'connection.change': 'Mudança de conexão com o Bling',
  'connection.connect': 'Conexão de empresa do Bling',
  'connection.reconcile': 'Conferência de um período com o Bling',
  'customer.contact': 'Mudança de dados de um cliente no balcão',
  'customer.segment': 'Mudança dos segmentos de um cliente',
  'import.cancel': 'Cancelamento de importação',
  'import.contacts': 'Importação de contatos do Bling',
  'import.pause': 'Pausa de importação',
  'import.resume': 'Retomada de importação',
  'import.start': 'Importação de planilha',
  'key.create': 'Criação de chave de API',
  'key.revoke': 'Revogação de chave de API',
  'merchant.create': 'Criação da conta',
  'merchant.resume': 'Reativação da conta',
  'merchant.suspend': 'Suspensão da conta',
  'merge.make': 'União de cadastros',
  'merge.undo': 'Separação de cadastros',
  'own.password': 'Troca da própria senha',
  'own.password_by_link': 'Troca da própria senha por um link',
  'own.second_factor_off': 'Remoção da própria verificação em duas etapas',
  'own.second_factor_on': 'Ativação da própria verificação em duas etapas',
  'people.change': 'Mudança do que uma pessoa pode',
  'people.invite': 'Convite de pessoa',
  'people.join': 'Aceite de convite',
  'people.reset_password': 'Link para escolher outra senha',
  'people.reset_second_factor': 'Remoção da verificação em duas etapas de uma pessoa',
  'people.remove': 'Remoção de pessoa ou convite',
  'program.publish': 'Publicação do programa',
  'review.decide': 'Decisão de revisão',
  'sale.return': 'Registro de devolução',
  'settings.change': 'Mudança das configurações',
  'settings.stand_ins': 'Mudança de quem não é ninguém',
  'store.change': 'Mudança de loja',
  'store.create': 'Criação de loja',
} as const;

/** What somebody has done, by name. */
export type Act = keyof typeof ACTS;
