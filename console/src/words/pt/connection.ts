/** The companies of Bling that an account is connected to. */
export const connection = {
  title: 'Conexão com o Bling',
  loading: 'Carregando a conexão…',
  empty: {
    title: 'Nenhuma empresa conectada',
    text: 'Conecte a empresa do Bling: as vendas dela passam a render sozinhas.',
  },
  connect: 'Conectar uma empresa do Bling',
  connectHint: 'O Bling abre nesta janela. Entre nele como administrador da empresa e autorize.',
  again: 'Autorizar de novo',
  states: {
    connected: 'Conectada',
    needs_authorization: 'Precisa ser autorizada',
    paused: 'Pausada',
    disconnected: 'Desconectada',
  },
  lost: {
    title: 'O Bling não aceita mais a autorização',
    text: 'As vendas esperam, e nada se perde. Autorize de novo com um administrador da empresa.',
  },
  paused: {
    title: 'Os pedidos desta empresa não são lidos',
    text: 'A conexão foi pausada por uma pessoa da loja. Ao retomá-la, tudo o que mudou enquanto isso é conferido.',
    resume: 'Retomar',
  },
  disconnected: {
    title: 'Esta empresa foi desconectada',
    text: 'Os pedidos dela não são mais lidos; vendas, saldos e vales continuam aqui. Para voltar, autorize a mesma empresa.',
  },
  stopped: 'O Bling não está sendo consultado agora',
  facts: {
    state: 'Situação',
    company: 'Empresa no Bling',
    since: 'Conectada em',
    authorized: 'Autorizada em',
    lastEvent: 'Último aviso do Bling',
    noEvent: 'ainda não chegou',
    compared: 'Pedidos conferidos até',
    notCompared: 'ainda não foram conferidos',
    quota: 'Consultas ao Bling hoje',
    quotaOf: (used: string, of: string): string => `${used} de ${of}`,
    zone: 'Fuso horário',
    ofProgram: 'o do programa',
    completed: 'Situações que concluem a venda',
    cancelled: 'Situações que cancelam a venda',
    ofBling: 'as do próprio Bling',
  },
  choice: {
    action: 'Escolher situações',
    title: (company: string) => `Situações de ${company}`,
    loading: 'Perguntando ao Bling…',
    explain:
      'Diga o que cada situação do Bling significa para a venda. Só a venda concluída gera benefício; a cancelada o devolve.',
    byHand:
      'O Bling não deixa este aplicativo ler as situações da conta. Escreva os números delas, separados por vírgula.',
    completedIds: 'Situações que concluem a venda',
    cancelledIds: 'Situações que cancelam a venda',
    nameless: (id: number) => `Situação ${id}`,
    meanings: { completed: 'conclui a venda', cancelled: 'cancela a venda', open: 'ainda em aberto' },
    incomplete: 'Escolha ao menos uma situação que conclui a venda e uma que a cancela.',
    look: 'Ver o que muda',
    apply: 'Aplicar',
    same: 'Nada muda: a escolha é a de agora.',
    touches: (touched: {
      orders: number;
      more: boolean;
      sales: { becomeCompleted: number; becomeCancelled: number; becomeOpen: number };
    }) => {
      const { becomeCompleted, becomeCancelled, becomeOpen } = touched.sales;
      const sales = (count: number): string => (count === 1 ? '1 venda' : `${count} vendas`);
      const turn = (count: number, into: [one: string, many: string]): string[] =>
        count === 0 ? [] : [`${sales(count)} ${count === 1 ? into[0] : into[1]}`];
      const all = [
        ...turn(becomeCompleted, ['passa a concluída', 'passam a concluídas']),
        ...turn(becomeCancelled, ['passa a cancelada', 'passam a canceladas']),
        ...turn(becomeOpen, ['volta a ficar em aberto', 'voltam a ficar em aberto']),
      ];
      const found = all.length === 0 ? 'Nenhuma venda muda' : all.join(', ');
      return touched.more ? `${found}, nos primeiros ${touched.orders} pedidos. Há mais.` : `${found}.`;
    },
    applied:
      'A escolha já vale. As vendas que ela toca estão sendo lidas de novo; o que muda aparece em cada uma.',
  },
  channels: {
    title: 'Canais do Bling sem loja',
    use: (name: string) => `Usar ${name}`,
  },
} as const;
