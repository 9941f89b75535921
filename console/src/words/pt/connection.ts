import { formatCount } from '../../format';

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
  forbidden: {
    title: 'Falta uma permissão no Bling',
    text: (what: string) =>
      `O Bling não deixa ler ${what}. Dê essa permissão ao aplicativo no Bling, ou autorize de novo com um administrador da empresa. O que depende disso espera, e nada se perde.`,
    of: { order: 'os pedidos de venda', contact: 'os contatos', invoice: 'as NFC-e' },
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
  stops: {
    pause: {
      action: 'Pausar',
      title: (company: string) => `Pausar ${company}`,
      text: 'Os pedidos desta empresa deixam de ser lidos até você retomar. Saldos, vales e vencimentos continuam valendo. O que mudar enquanto isso é conferido na volta.',
      done: 'A conexão está pausada.',
    },
    disconnect: {
      action: 'Desconectar',
      title: (company: string) => `Desconectar ${company}`,
      text: 'O acesso é devolvido ao Bling e o aplicativo sai de lá. Vendas, saldos e vales continuam aqui. Para voltar, será preciso autorizar a empresa de novo.',
      done: 'A empresa foi desconectada.',
    },
  },
  invoices: {
    title: 'NFC-e (cupom fiscal eletrônico)',
    label: 'As NFC-e sem pedido também valem como venda',
    about:
      'Ligue se a loja emite NFC-e direto no Bling, sem pedido de venda. A NFC-e de um pedido nunca rende duas vezes: conta o pedido. No painel do Bling, o aplicativo precisa da permissão e dos webhooks de Notas Fiscais de Consumidor.',
    off: 'Desligado: só os pedidos de venda rendem. O que uma NFC-e já rendeu continua valendo; ligando de novo, o que tiver sido cancelado no Bling nesse meio-tempo é desfeito.',
    since: (when: string) => `Rendem as NFC-e emitidas desde ${when}.`,
  },
  comparisons: {
    title: 'Conferência dos pedidos',
    about:
      'De tempos em tempos os pedidos do Bling, e as NFC-e se elas valem como venda, são comparados com as vendas daqui. Um aviso que se perdeu é descoberto assim, e a venda é lida de novo.',
    every: 'Conferir a cada',
    period: 'Conferir também',
    periods: { 1: 'as últimas 24 horas', 7: 'os últimos 7 dias', 30: 'os últimos 30 dias' },
    compare: 'Conferir agora',
    loading: 'Carregando as conferências…',
    empty: {
      title: 'Nenhuma conferência ainda',
      text: 'A primeira acontece sozinha, ou quando você quiser.',
    },
    caption: (company: string) => `Conferências de ${company}, as mais novas primeiro`,
    columns: {
      beganAt: 'Início',
      why: 'Por quê',
      lookedAt: 'Pedidos vistos',
      found: 'Encontrados',
      state: 'Situação',
    },
    triggers: { asked: 'A pedido', scheduled: 'De rotina', situations: 'Novas situações' },
    states: {
      running: 'Em andamento',
      finished: 'Terminada',
      cancelled: 'Interrompida',
      failed: 'Não terminou',
    },
    foundOf: (found: number, repaired: number) =>
      found === 0
        ? 'tudo certo'
        : `${formatCount(found)}, ${repaired === found ? '' : `${formatCount(repaired)} `}${repaired === 1 ? 'já acertado' : 'já acertados'}`,
    report: {
      title: 'Conferência',
      loading: 'Carregando a conferência…',
      facts: {
        state: 'Situação',
        trigger: 'Por quê',
        from: 'Mudados desde',
        until: 'Até',
        endedAt: 'Fim',
        lookedAt: 'Pedidos vistos',
        missing: 'Não eram conhecidos',
        differing: 'Estavam diferentes',
        deleted: 'Foram excluídos no Bling',
        repaired: 'Já acertados',
      },
      found: 'O que foi encontrado',
      columns: { order: 'Pedido no Bling', why: 'O que havia', repairedAt: 'Acertado em' },
      notYet: 'ainda não',
      more: (shown: number, all: number) => `Os primeiros ${formatCount(shown)} de ${formatCount(all)}.`,
      failed: 'A conferência não pôde ir até o fim. A próxima recomeça de onde a última boa parou.',
      failures: {
        'Bling.unauthorized':
          'O Bling não aceita mais a autorização. Autorize de novo: depois disso a conferência é refeita.',
        'Bling.forbidden':
          'O Bling não permite ler os pedidos. Dê ao aplicativo a permissão de pedidos de venda e autorize de novo.',
        ConnectionStopped: 'A conexão foi pausada ou desconectada enquanto isso.',
      } as Readonly<Record<string, string>>,
    },
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
      const sales = (count: number): string => (count === 1 ? '1 venda' : `${formatCount(count)} vendas`);
      const turn = (count: number, into: [one: string, many: string]): string[] =>
        count === 0 ? [] : [`${sales(count)} ${count === 1 ? into[0] : into[1]}`];
      const all = [
        ...turn(becomeCompleted, ['passa a concluída', 'passam a concluídas']),
        ...turn(becomeCancelled, ['passa a cancelada', 'passam a canceladas']),
        ...turn(becomeOpen, ['volta a ficar em aberto', 'voltam a ficar em aberto']),
      ];
      const found = all.length === 0 ? 'Nenhuma venda muda' : all.join(', ');
      return touched.more
        ? `${found}, nos primeiros ${formatCount(touched.orders)} pedidos. Há mais.`
        : `${found}.`;
    },
    applied:
      'A escolha já vale. As vendas que ela toca estão sendo lidas de novo; o que muda aparece em cada uma.',
  },
  channels: {
    see: 'Ver os canais de venda',
    of: (company: string) => `Canais de venda de ${company}`,
    caption: 'Canais de venda e a loja de cada um',
    loading: 'Perguntando ao Bling…',
    refused:
      'O Bling não deixa este aplicativo ler os canais da conta. Os números deles são escritos à mão em cada loja.',
    columns: { channel: 'Canal', store: 'Loja' },
    name: (name: string, id: string) => `${name} (${id})`,
    disabled: (name: string, id: string) => `${name} (${id}), desativado`,
    noStore: 'nenhuma loja',
    toStores: 'Mudar em Lojas',
    title: 'Canais do Bling sem loja',
    use: (name: string, id: string) => `Usar ${name} (${id})`,
    /** @param company null: of the only one there is */
    useWithout: (company: string | null) =>
      company === null ? 'Usar os pedidos sem canal' : `Usar os pedidos sem canal de ${company}`,
  },
} as const;
