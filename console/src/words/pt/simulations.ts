import { formatCount } from '../../format';

/** Playing a draft over past sales. */
export const simulations = {
  title: 'Simular sobre as vendas do passado',
  intro:
    'As vendas, devoluções e usos de saldo do período passam pelo rascunho e pela versão em vigor, só na memória: nada é gravado com vendas nem enviado.',
  same: 'O rascunho é igual à versão em vigor: a simulação não teria diferenças.',
  from: 'De',
  fromHint: 'Vazio: doze meses antes do fim.',
  until: 'Até',
  untilHint: 'Vazio: hoje.',
  start: 'Simular',
  running: {
    title: 'Simulação em andamento',
    reading: 'Lendo as vendas do período…',
    played: (done: number, total: number) =>
      `${Math.floor((100 * done) / total)}%: ${formatCount(done)} de ${formatCount(total)} passos`,
    leave: 'Pode sair desta página: o endereço dela leva de volta à simulação, por trinta dias.',
  },
  failed: 'A simulação não terminou',
  loading: 'Carregando a simulação…',
  result: {
    title: 'Resultado da simulação',
    period: (from: string, until: string) => `Vendas de ${from} a ${until}.`,
    asOf: (when: string) => `Dados até ${when}.`,
    played: (sales: number, customers: number, unidentified: number) =>
      `${count(sales, 'venda', 'vendas')} de ${count(customers, 'cliente', 'clientes')}` +
      (unidentified === 0 ? '.' : `; ${count(unidentified, 'sem cliente', 'sem cliente')}.`),
    changed: (number: number) =>
      number === 0
        ? 'Nenhuma venda mudaria.'
        : number === 1
          ? '1 venda renderia outro valor.'
          : `${formatCount(number)} vendas renderiam outro valor.`,
    against: (version: number) => `Versão ${version}`,
    nothing: 'Sem programa',
    draft: 'Rascunho',
    difference: 'Diferença',
  },
  cost: {
    title: 'Quanto custa',
    what: 'O quê',
    rows: {
      total: 'Custo total',
      cashback: 'Cashback concedido, menos devoluções',
      cashbackSpent: 'Cashback usado',
      cashbackExpired: 'Cashback vencido',
      cashbackOutstanding: 'Cashback em aberto no fim',
      points: 'Pontos concedidos, menos devoluções',
      pointsSpent: 'Pontos usados',
      pointsOutstanding: 'Pontos em aberto no fim',
      vouchers: 'Vales dados',
      vouchersFace: 'Valor máximo dos vales',
      vouchersDiscount: 'Descontos dados com vales',
      unpayable: 'Usos reais que não seriam possíveis por inteiro',
    },
  },
  moved: {
    title: 'Quem ganharia mais ou menos',
    what: 'O quê',
    more: 'Ganham mais',
    less: 'Ganham menos',
    same: 'Ficam iguais',
    sales: 'Vendas',
    customers: 'Clientes',
    amount: (number: number, cents: string) => `${formatCount(number)} (${cents})`,
    topSales: 'Vendas com a maior diferença',
    topCustomers: 'Clientes com a maior diferença',
    columns: { sale: 'Venda', customer: 'Cliente', draft: 'Rascunho' },
    open: (place: number) => `Abrir a ${place}ª venda`,
    openCustomer: (place: number) => `Abrir o ${place}º cliente`,
    none: 'Nenhuma diferença.',
  },
  liability: {
    title: 'Em aberto no fim de cada mês',
    chart: 'Gráfico do cashback em aberto no fim de cada mês, com a versão em vigor e com o rascunho',
    month: 'Mês',
    cashback: (name: string) => `${name}: cashback (R$)`,
    points: (name: string) => `${name}: pontos`,
    asOf: (zone: string) => `dados até (${zone})`,
    about:
      'São valores simulados: não há saldo de cliente por trás deles, e por isso nenhuma lista soma o mesmo. Cada barra abre as vendas do mês dentro do período simulado, que têm outro total.',
    open: (bar: string) => `${bar}, valor simulado. Ver as vendas do mês, que têm outro total`,
  },
  rules: {
    title: 'Regra por regra',
    columns: {
      rule: 'Regra',
      matched: 'Vendas em que vale',
      paid: 'Vendas que pagou',
      amount: 'Pagou',
      cut: 'Cortado por tetos e verba',
    },
    none: 'Sem regras.',
  },
  assumptions: 'O que a simulação supõe',
  csv: 'Baixar CSV',
} as const;

function count(number: number, one: string, many: string): string {
  return `${formatCount(number)} ${number === 1 ? one : many}`;
}
