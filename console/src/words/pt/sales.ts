import type { Schema } from '../../api';

type Sale = Schema<'SaleSummary'>;

/** What became of a sale's benefit, in the order in which it happens. */
const statuses: Readonly<Record<Sale['status'], string>> = {
  waiting: 'Aguardando',
  unidentified: 'Sem cliente',
  in_review: 'Em revisão',
  no_benefit: 'Sem benefício',
  pending: 'Em carência',
  active: 'Disponível',
  used: 'Usado',
  expired: 'Vencido',
  cancelled: 'Cancelada',
  duplicate: 'Repetida',
  refused: 'Recusada',
};

const channels: Readonly<Record<Sale['channel'], string>> = {
  bling: 'Bling',
  ecommerce: 'Loja virtual',
  pos: 'Frente de caixa',
  import: 'Planilha',
  manual: 'Manual',
};

/** The list of sales. */
export const sales = {
  title: 'Vendas',
  statuses,
  channels,
  filter: {
    status: 'Situação',
    anyStatus: 'Todas',
    channel: 'Canal',
    anyChannel: 'Todos',
    number: 'Número',
    numberHint: 'Como está na origem',
    day: 'Dia da venda',
    customer: 'Só de um cliente',
    leavePeriod: (from: string | undefined, until: string | undefined) =>
      ['Sair do período', from && `de ${from}`, until && `até ${until}`].filter(Boolean).join(' '),
    leaveCounted: 'Ver também as que não contam',
    leaveParked: 'Ver também as que não estão paradas',
    store: 'Loja',
    anyStore: 'Todas',
    allCustomers: 'Ver de todos os clientes',
  },
  columns: {
    sale: 'Venda',
    soldAt: 'Data',
    total: 'Total',
    benefit: 'Cashback',
    status: 'Situação',
  },
  caption: 'Vendas, as mais novas primeiro',
  withoutNumber: 'Sem número',
  noCustomer: 'sem cliente',
  unnamed: 'cliente sem nome',
  customer: 'ver cliente',
  loading: 'Carregando vendas…',
  empty: {
    title: 'Nenhuma venda ainda',
    text: 'As vendas aparecem aqui assim que o Bling ou outro canal as envia. Confira a conexão com o Bling ou importe uma planilha.',
  },
  noMatch: {
    title: 'Nenhuma venda com estes filtros',
    text: 'Mude ou limpe os filtros para ver outras vendas.',
  },
} as const;
