const occasions = {
  earned: 'Benefício ganho',
  returned: 'Devolução',
  expiring: 'Vencimento próximo',
  expired: 'Vencimento',
  repurchase: 'Convite para nova compra',
} as const;
const channels = { whatsapp: 'WhatsApp', email: 'e-mail' } as const;

/** What customers were told, or were not, and why. */
export const messages = {
  title: 'Mensagens',
  caption: 'Mensagens aos clientes, as mais novas primeiro',
  columns: { message: 'Mensagem', createdAt: 'Desde', state: 'Situação' },
  occasions,
  named: (occasion: keyof typeof occasions, channel: keyof typeof channels) =>
    `${occasions[occasion]}, por ${channels[channel]}`,
  states: {
    queued: 'Na fila',
    sending: 'Em envio',
    sent: 'Enviada',
    delivered: 'Entregue',
    read: 'Lida',
    failed: 'Não entregue',
    skipped: 'Não enviada',
    unknown: 'Não confirmada',
  },
  until: (when: string) => `até ${when}`,
  filter: {
    state: 'Situação',
    any: 'Todas',
    occasion: 'Ocasião',
    anyOccasion: 'Todas',
    allCustomers: 'De todos os clientes',
    allSales: 'De todas as vendas',
  },
  loading: 'Carregando mensagens…',
  empty: {
    title: 'Nenhuma mensagem ainda',
    text: 'As mensagens sobre as vendas aparecem aqui, também as que esperam ou não saem, com o motivo.',
  },
  noMatch: { title: 'Nenhuma mensagem encontrada', text: 'Não há mensagens com estes filtros.' },
  toList: 'Todas as mensagens',
  page: {
    name: 'Mensagem',
    title: 'O que aconteceu com a mensagem',
    loading: 'Carregando a mensagem…',
    never: 'ainda não',
    noDecision: 'nenhuma foi registrada',
    openCustomer: 'Abrir o cliente',
    openSale: 'Abrir a venda',
    facts: {
      state: 'Situação',
      decision: 'Decisão',
      decidedAt: 'Decidida em',
      nextAttemptAt: 'Espera até',
      attempts: 'Tentativas de envio',
      createdAt: 'Desde',
      sentAt: 'Enviada em',
      reportedAt: 'Último aviso de entrega',
      customer: 'Cliente',
      sale: 'Venda',
    },
  },
} as const;
