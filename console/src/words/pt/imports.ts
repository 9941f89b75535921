const rows = (count: number): string => (count === 1 ? '1 linha' : `${count} linhas`);

/** Customers and sales out of spreadsheets. */
export const imports = {
  title: 'Importações',
  add: 'Importar uma planilha',
  kinds: { sales: 'Vendas', customers: 'Clientes' },
  dryRun: 'só conferência',
  page: (kind: string, dryRun: boolean) =>
    `${dryRun ? 'Conferência' : 'Importação'} de ${kind.toLowerCase()}`,
  states: { running: 'Em andamento', finished: 'Terminada', cancelled: 'Cancelada', failed: 'Interrompida' },
  columns: {
    what: 'Planilha',
    startedAt: 'Início',
    progress: 'Andamento',
    failed: 'Com erro',
    state: 'Situação',
  },
  caption: 'Importações, as mais novas primeiro',
  progress: (done: number, total: number) => `${done} de ${rows(total)}`,
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
    finishedAt: 'Fim',
    broken: {
      failed:
        'A importação parou no meio. As linhas já gravadas ficam; envie a mesma planilha de novo para gravar as outras.',
      cancelled:
        'Alguém encerrou a importação. As linhas já gravadas ficam; envie a mesma planilha de novo para gravar as outras.',
    },
  },
  ignored: {
    title: 'Colunas não usadas',
    text: 'Se uma delas importa, mude o título dela na planilha, como CPF, Celular, Data ou Valor total, e confira de novo.',
  },
  errors: {
    title: 'Erros por linha',
    text: 'A linha 1 é a dos títulos. As linhas sem erro são importadas mesmo assim.',
    first: (shown: number, all: number) => `Os erros das primeiras ${shown} de ${rows(all)}.`,
    columns: { row: 'Linha', field: 'Coluna', message: 'O que há de errado' },
    more: (left: number) => `Mostrar mais (${left})`,
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
