/** What is done before customers are written to. */
export const activation = {
  title: 'Ativação',
  loading: 'Carregando a ativação…',
  live: {
    now: 'No ar',
    not: 'Fora do ar',
    text: 'As vendas rendem, e os clientes recebem as mensagens do programa.',
    since: (when: string) => `No ar desde ${when}.`,
    notText:
      'As vendas já rendem assim que o programa é publicado; as mensagens aos clientes esperam. Cada uma espera um dia, e depois não sai mais.',
  },
  done: 'Concluído',
  missing: 'Falta',
  steps: {
    connect: 'Conectar a empresa do Bling',
    authorize: 'Conferir o que o Bling deixa ler',
    program: 'Publicar o programa',
    reference_sale: 'Aprovar uma venda de referência',
    messages: 'Enviar uma mensagem de teste',
  },
  step: (place: number, name: string) => `${place}. ${name}`,
  authorize: {
    hint: 'Uma leitura de verdade de pedidos, contatos e situações.',
    check: (company: string) => `Conferir ${company}`,
    checked: (company: string, when: string) => `${company}, conferida em ${when}`,
    of: { orders: 'Pedidos de venda', contacts: 'Contatos', situations: 'Situações' },
    answers: { ok: 'lidos', refused: 'o Bling recusa', silent: 'o Bling não respondeu' },
    situationsRefused: 'Sem as situações, valem as do próprio Bling: Atendido conclui, Cancelado cancela.',
  },
  toConnections: 'Ir para a conexão',
  toProgram: 'Ir para o programa',
  sale: {
    hint: 'Um pedido do passado, calculado até o fim pelo programa em vigor. Nada é gravado nem enviado.',
    connection: 'Empresa',
    order: 'Id do pedido no Bling',
    orderHint: 'É o número no fim do endereço do pedido, aberto no Bling.',
    look: 'Ver o cálculo',
    store: (name: string | null) => (name === null ? 'Pedido sem canal de venda.' : `Loja: ${name}.`),
    result: (number: string, total: string) => `Pedido ${number}, de ${total}`,
    nothing: 'Não ganharia nada.',
    gives: (what: string) => `Ganharia ${what}.`,
    voucher: (template: string) => `o vale ${template}`,
    messages: (count: number) =>
      count === 1 ? 'O cliente receberia 1 aviso.' : `O cliente receberia ${count} avisos.`,
    approve: 'Aprovar este cálculo',
    approved: (order: string, version: number, when: string) =>
      `Pedido ${order} aprovado pela versão ${version} do programa, em ${when}.`,
  },
  test: {
    hint: 'WhatsApp e e-mail são configurados por quem cuida do Retorno. Envie para você mesmo o aviso que os clientes recebem: nada é creditado por isso.',
    email: 'Enviar e-mail de teste para mim',
    phone: 'Seu celular',
    phoneHint: 'Com o DDD.',
    whatsapp: 'Enviar WhatsApp de teste',
    of: { whatsapp: 'WhatsApp', email: 'E-mail' },
    tested: (channel: string, when: string) => `${channel}: teste enviado em ${when}.`,
    arrived: (channel: string, when: string) => `${channel}: teste entregue em ${when}.`,
    failed: (channel: string, when: string, why: string) =>
      `${channel}: o teste enviado em ${when} não chegou (${why}).`,
    untested: (channel: string) => `${channel}: ainda sem teste.`,
  },
  goLive: {
    act: 'Entrar no ar',
    title: 'Entrar no ar?',
    text: 'A partir de agora os clientes recebem as mensagens do programa. As que esperam há menos de um dia saem em até uma hora; as mais antigas não saem.',
    barred: 'Conclua os quatro primeiros passos para entrar no ar.',
  },
  pause: {
    act: 'Sair do ar',
    title: 'Sair do ar?',
    text: 'As vendas continuam rendendo, e os clientes deixam de receber mensagens. Cada mensagem espera um dia, e depois não sai mais. Para voltar ao ar, os quatro primeiros passos precisam estar concluídos.',
  },
} as const;
