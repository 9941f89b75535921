/** What was done and tried today. */
export const attempts = {
  title: 'Movimentos de hoje',
  refresh: 'Atualizar',
  empty: 'Nenhum resgate ou vale hoje. O que for feito aqui aparece nesta lista.',
  columns: {
    time: 'Hora',
    customer: 'Cliente',
    what: 'O quê',
    outcome: 'Situação',
    who: 'Quem',
    action: 'Ação',
  },
  noCustomer: 'sem cliente',
  voucher: (ending: string) => `Vale final ${ending}`,
  noCode: 'Código que não é de vale',
  actions: {
    look: 'Consulta',
    reserve: 'Reserva',
    use: 'Resgate',
    confirm: 'Confirmação',
    release: 'Liberação',
    rollback: 'Desfazer',
  },
  outcomes: { done: 'Feito', refused: 'Recusado', unknown: 'Sem resposta' },
  /** What has become of a use. */
  states: {
    reserved: 'Reservado',
    confirmed: 'Feito',
    released: 'Liberado',
    expired: 'Reserva vencida',
    rolled_back: 'Desfeito',
  },
  undo: 'Desfazer',
  use: 'Usar',
  release: 'Liberar',
  undoUntil: (when: string) => `Pode ser desfeito até ${when}`,
} as const;
