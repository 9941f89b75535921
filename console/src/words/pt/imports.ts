import { formatCount } from '../../format';

const rows = (count: number): string => (count === 1 ? '1 linha' : `${formatCount(count)} linhas`);

function ofAbout(done: number, total: number | null, one: string, many: string): string {
  if (total === null || total <= done) return `${formatCount(done)} ${done === 1 ? one : many}`;
  return `${formatCount(done)} de cerca de ${formatCount(total)} ${many}`;
}

/** Customers and sales out of spreadsheets, and the people in the ERP. */
export const imports = {
  title: 'Importações',
  add: 'Importar uma planilha',
  kinds: { sales: 'Vendas', customers: 'Clientes', contacts: 'Contatos do Bling' },
  dryRun: 'só conferência',
  page: (kind: string, dryRun: boolean) =>
    `${dryRun ? 'Conferência' : 'Importação'} de ${kind.charAt(0).toLowerCase()}${kind.slice(1)}`,
  states: {
    running: 'Em andamento',
    paused: 'Pausada',
    finished: 'Terminada',
    cancelled: 'Cancelada',
    failed: 'Interrompida',
  },
  columns: {
    what: 'O quê',
    startedAt: 'Início, por quem',
    progress: 'Andamento',
    failed: 'Com erro',
    state: 'Situação',
  },
  byNobody: 'sem registro de quem pediu',
  caption: 'Importações, as mais novas primeiro',
  progress: (done: number, total: number) => `${formatCount(done)} de ${rows(total)}`,
  loading: 'Carregando importações…',
  loadingOne: 'Carregando a importação…',
  empty: {
    title: 'Nenhuma importação ainda',
    text: 'Importe um CSV de vendas ou de clientes. Antes de gravar, a planilha é conferida linha por linha.',
  },
  noMore: { title: 'Não há importações mais antigas', text: 'A lista terminou na página anterior.' },
  toList: 'Todas as importações',
  result: {
    is: { title: 'Resultado', created: 'Criadas', updated: 'Já conhecidas, com mudanças' },
    wouldBe: {
      title: 'Resultado da conferência',
      created: 'Seriam criadas',
      updated: 'Já conhecidas, seriam mudadas',
    },
    total: 'Linhas na planilha',
    failed: 'Com erro, ficam de fora',
    startedAt: 'Início',
    by: 'Por quem',
    finishedAt: 'Fim',
    broken: {
      failed:
        'A importação parou no meio. As linhas já gravadas ficam; envie a mesma planilha de novo para gravar as outras.',
      cancelled:
        'Alguém encerrou a importação. As linhas já gravadas ficam; envie a mesma planilha de novo para gravar as outras.',
    },
  },
  contacts: {
    about:
      'Cada contato vira um cliente, ou é reconhecido como um. Ninguém recebe mensagem, e nenhum consentimento é presumido.',
    begin: {
      title: 'Importar os contatos',
      history: 'Trazer também os pedidos antigos',
      none: 'Não',
      histories: { P3M: 'Dos últimos 3 meses', P6M: 'Dos últimos 6 meses', P12M: 'Dos últimos 12 meses' },
      earn: 'Os pedidos antigos rendem benefício',
      earnHint: 'Uma vez, pelo programa de hoje. Sem isto eles só entram no histórico de compras.',
      start: 'Importar os contatos do Bling',
      toOpen: 'Ver a importação em andamento',
    },
    progress: {
      contacts: (done: number, total: number | null) => ofAbout(done, total, 'contato', 'contatos'),
      orders: (done: number, total: number | null) => ofAbout(done, total, 'pedido', 'pedidos'),
    },
    byItself: 'Sistema, todos os dias',
    unchanged: 'Já conhecidos, sem novidade',
    nobody: 'Sem dados que digam quem é',
    leftOut: 'Consumidor final, excluídos no Bling e os que ele não deixa ler',
    details: 'Lidos um a um',
    daily: 'Atualização diária',
    pace: 'Ritmo',
    perMinute: (count: number) => `${formatCount(count)} por minuto`,
    left: 'Tempo que falta',
    minutes: (seconds: number) =>
      seconds < 60 ? 'menos de um minuto' : `uns ${Math.ceil(seconds / 60)} minutos`,
    calls: 'Chamadas ao Bling',
    day: 'Cota de hoje da loja no Bling',
    ofDay: (used: number, of: number) => `${formatCount(used)} de ${formatCount(of)}`,
    moves: { pause: 'Pausar', resume: 'Retomar', cancel: 'Cancelar' },
    broken: 'O que já foi gravado fica. Outra importação reconhece o que já é conhecido.',
    waiting: {
      pace: null,
      day: (until: string) => `A cota de hoje fica para as vendas. Continua em ${until}.`,
      silence: (until: string) => `O Bling não está respondendo. Nova tentativa em ${until}.`,
      paused: () => 'A conexão com o Bling está pausada. Quando alguém a retomar, continua sozinha.',
      connection: () => 'A loja precisa ser conectada de novo ao Bling. Depois disso continua sozinha.',
      permission: () =>
        'O Bling não permite ler isto. Dê ao aplicativo a permissão de contatos e de pedidos de venda, e conecte a loja de novo.',
    },
    history: {
      title: 'Pedidos antigos',
      period: 'Período',
      from: (from: string, to: string) => `${from} a ${to}`,
      earn: 'Rendem benefício',
      yes: 'Sim, sem mensagens',
      no: 'Não, só entram no histórico',
      kept: 'Guardados',
      known: 'Já eram vendas conhecidas',
      notCounted: 'Não concluídos',
    },
  },
  ignored: {
    title: 'Colunas não usadas',
    text: 'Se uma delas importa, escolha-a em O que cada coluna é, e confira de novo.',
  },
  errors: {
    title: 'Erros por linha',
    text: 'A linha 1 é a dos títulos. As linhas sem erro são importadas mesmo assim.',
    first: (shown: number, all: number) => `Os erros das primeiras ${shown} de ${rows(all)}.`,
    columns: { row: 'Linha', field: 'Coluna', message: 'O que há de errado' },
    more: (left: number) => `Mostrar mais (${left})`,
  },
  fields: {
    title: 'O que cada coluna é',
    text: 'As colunas reconhecidas pelo título já estão escolhidas. Escolha as outras, e corrija as que não são o que parecem.',
    none: '(nenhuma)',
    also: (columns: readonly string[]) => `Também: ${columns.join(', ')}`,
    missing: 'Escolha uma coluna: sem isto, ou sem outra assim marcada, nada pode ser importado.',
    names: {
      number: 'Número do pedido',
      externalId: 'Identificador do pedido',
      soldAt: 'Data da venda',
      totalCents: 'Valor total',
      document: 'CPF ou CNPJ',
      mobile: 'Celular',
      phone: 'Telefone',
      email: 'E-mail',
      name: 'Nome',
      surname: 'Sobrenome',
      status: 'Situação da venda',
      freightCents: 'Frete',
      discountCents: 'Desconto',
      otherExpensesCents: 'Outras despesas',
      storeId: 'Filial',
      channel: 'Canal',
      marketplaceNumber: 'Número no marketplace',
      invoiceNumber: 'Chave de acesso da nota',
      birthDate: 'Nascimento',
      segments: 'Segmentos',
    } as Readonly<Record<string, string>>,
  },
  meanings: {
    title: 'O que a situação significa',
    text: 'Só vendas concluídas rendem. Diga o que significa cada valor que não foi compreendido, e corrija os que foram mal compreendidos.',
    column: (name: string) => `Valores da coluna ${name}`,
    rows: 'Linhas',
    means: 'Significa',
    what: (column: string, value: string) => `O que significa ${value} em ${column}`,
    choose: 'Escolha…',
    values: {
      '': '(em branco)',
      data: '(uma data)',
      valor: '(um valor)',
      '*': '(todos os outros)',
    } as Readonly<Record<string, string>>,
    meanings: {
      completed: 'Venda concluída',
      open: 'Venda em aberto',
      cancelled: 'Venda cancelada',
      ignore: 'Não diz nada',
    },
  },
  form: {
    title: 'Importar uma planilha',
    kind: 'O que a planilha tem',
    columns: {
      sales:
        'São precisos o número do pedido, a data e o valor total. Para saber de quem é a venda: CPF, celular ou e-mail.',
      customers: 'É preciso o CPF, o telefone ou o e-mail. Nome, nascimento e segmentos também são lidos.',
    },
    file: 'Arquivo CSV',
    fileHint: 'Até 10 MB e 50.000 linhas; os títulos na primeira linha',
    fileMissing: 'Escolha o arquivo.',
    choose: 'Escolher o arquivo',
    notify: 'Avisar os clientes',
    notifyHint: 'Eles recebem as mensagens destas vendas como das outras',
    look: 'Conferir sem gravar',
    lookAgain: 'Conferir de novo',
    start: (count: number) => (count === 0 ? 'Importar' : `Importar ${rows(count)}`),
  },
} as const;
