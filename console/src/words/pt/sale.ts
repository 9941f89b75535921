import type { Schema } from '../../api';

type Sale = Schema<'Sale'>;

const sources: Readonly<Record<Sale['sourceStatus'], string>> = {
  open: 'em aberto',
  completed: 'concluída',
  cancelled: 'cancelada',
  missing: 'não encontrada',
  refused: 'recusada, porque os dados não são válidos',
};

const parked: Readonly<Record<NonNullable<Sale['parked']>['reason'], string>> = {
  unauthorized: 'A conexão com o Bling precisa ser autorizada de novo.',
  forbidden: 'Falta uma permissão no Bling.',
  unknown_connection: 'A conexão desta venda não existe mais.',
  rejected:
    'O Bling não aceita a consulta desta venda. Salve o pedido no Bling; se não adiantar, avise o suporte.',
};

const outcomes: Readonly<Record<string, string>> = {
  paid: 'Pagou',
  not_matched: 'Não se aplica',
  passed_over: 'Outra regra valeu',
  nothing: 'Não rendeu nada',
};

/** The page of one sale. */
export const sale = {
  title: (number: string) => `Venda ${number}`,
  loading: 'Carregando a venda…',
  toList: 'Todas as vendas',
  facts: {
    title: 'Dados da venda',
    channel: 'Canal',
    externalId: 'Código na origem',
    invoice: 'NFC-e (cupom fiscal eletrônico) nº',
    accessKey: 'Chave de acesso',
    soldAt: 'Data da venda',
    completedAt: 'Concluída em',
    source: 'Na origem',
    total: 'Total',
    freight: 'Frete',
    expenses: 'Outras despesas',
    discount: 'Desconto',
    returned: 'Devolvido',
    refunded: 'Benefício devolvido ao cliente',
    store: 'Loja',
    customer: 'Cliente',
    unnamed: 'Cliente sem nome',
    noCustomer: 'Ninguém foi identificado',
    program: 'Programa',
    version: (version: number) => `versão ${version}`,
    silent: 'Avisos',
    isSilent: 'o cliente não recebe mensagens desta venda',
    sources,
  },
  items: {
    title: 'Itens',
    none: 'A origem não informou itens.',
    columns: { item: 'Item', quantity: 'Qtd.', total: 'Total' },
  },
  trouble: {
    refused: 'A venda foi recusada',
    parked: 'A venda está parada',
    since: (when: string) => `Desde ${when}.`,
    parkedReasons: parked,
    review: 'A venda espera uma revisão',
    reviewText: 'Ela pode ser a mesma compra que outra venda. Decida em Revisões.',
    openReview: 'Abrir a revisão',
    duplicate: 'A compra conta em outra venda',
    other: (number: string) => `Abrir a venda ${number}`,
  },
  benefit: {
    title: 'Onde está o benefício',
    cashback: 'Cashback',
    points: 'Pontos',
    rows: {
      pending: 'Em carência',
      active: 'Disponível',
      reserved: 'Reservado',
      used: 'Usado',
      expired: 'Vencido',
    },
    sum: 'Soma',
    takenBack: 'Retirado por devolução',
    none: 'Esta venda não deu cashback nem pontos.',
    activates: (when: string) => `Liberado em ${when}.`,
    expires: (when: string) => `Vale até ${when}.`,
    vouchers: 'Vales',
    voucherState: {
      pending: 'em carência',
      active: 'livre',
      reserved: 'reservado',
      redeemed: 'usado',
      expired: 'vencido',
      cancelled: 'cancelado',
    } as Readonly<Record<string, string>>,
  },
  why: {
    title: 'Por que, regra por regra',
    none: 'A venda ainda não foi calculada.',
    version: (name: string, version: number) => `Programa ${name}, versão ${version}`,
    whole: 'A venda toda',
    rule: (id: string) => `Regra ${id}`,
    outcomes,
  },
  timeline: {
    title: 'O que aconteceu',
    failuresOnly: 'Só falhas',
    noFailures: 'Nenhuma falha nesta venda.',
    more: (hidden: number) => `Mostrar ${hidden}`,
    details: 'Detalhes',
    event: 'Evento',
    source: 'Origem',
    instant: 'Instante',
    system: 'Sistema',
    bling: 'Bling',
    unkept: 'sem registro de quem informou',
    sources: { sale: 'venda', ledger: 'livro de lançamentos', message: 'mensagens' },
    next: (what: string) => `A seguir: ${what}`,
    nothingNext: 'Nada mais acontece sozinho com esta venda.',
    runUnknown: 'Não foi possível saber o que está sendo tentado agora. A página tenta de novo sozinha.',
    attempt: (attempt: number, next: string | null) =>
      next === null ? `${attempt}ª tentativa, em andamento` : `${attempt}ª tentativa, próxima às ${next}`,
  },
  returns: {
    title: 'Devoluções',
    none: 'Nada foi devolvido.',
    add: 'Registrar devolução',
    row: (amount: string, when: string) => `${amount} em ${when}`,
    by: (who: string) => `por ${who}`,
    nobody: 'alguém que não ficou registrado',
    item: (sku: string, quantity: number | null) => (quantity === null ? sku : `${quantity} × ${sku}`),
    amount: 'Valor das mercadorias devolvidas',
    amountWrong: 'Digite um valor, como 49,90.',
    reason: 'Motivo',
    explain:
      'O benefício diminui na proporção do que voltou. Se tudo voltar, o que foi pago com benefício volta para o cliente.',
    save: 'Registrar',
    saved: 'Devolução registrada.',
  },
  runs: {
    title: 'Execuções no Temporal',
    kinds: { sale: 'Venda', redemption: 'Resgate' },
    open: (workflowId: string) => `${workflowId} (abre no Temporal)`,
  },
  messages: {
    title: 'Mensagens',
    none: 'Nenhuma mensagem sobre esta venda.',
    why: 'Ver por que cada uma saiu ou não',
  },
} as const;
