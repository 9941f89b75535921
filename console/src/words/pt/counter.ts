/** Ends a sentence with a name, which may end in a stop of its own: `Maria S.` */
const ended = (name: string): string => (name.endsWith('.') ? name : `${name}.`);

/** The counter. */
export const counter = {
  title: 'Balcão',
  toMenu: 'Menu',
  store: 'Loja',
  chooseStore: 'Em qual loja você está?',
  search: {
    label: 'CPF, telefone ou código do vale',
    hint: 'Digite, ou leia com o leitor o vale ou o QR do cliente. Os 4 últimos números do telefone também servem.',
    searching: 'Procurando…',
    several: (count: number) =>
      `${count} pessoas encontradas. Confirme o nome e os últimos números com o cliente.`,
    more: 'Há mais pessoas. Digite mais números ou letras.',
    phoneEnding: (digits: string) => `telefone final ${digits}`,
    noName: 'Cliente sem nome',
  },
  camera: {
    open: 'Ler com a câmera',
    hint: 'Aponte a câmera para o QR do cliente ou do vale.',
    close: 'Fechar a câmera',
    failed: 'A câmera não abriu. Permita o uso dela neste site, ou use o leitor ou o teclado.',
  },
  customer: {
    confirm: 'Confirme com o cliente antes de resgatar.',
    balance: 'Saldo',
    pending: (amount: string) => `${amount} em carência`,
    reserved: (amount: string) => `${amount} reservado`,
    debt: (amount: string) => `${amount} a descontar`,
    vouchers: 'Vales',
    voucherUntil: (date: string) => `até ${date}`,
    useVoucher: 'Usar este vale',
    closeVoucher: 'Fechar o vale',
    nothing: 'Nada para resgatar agora.',
    next: 'Próximo cliente (Esc)',
  },
  redeem: {
    title: 'Resgatar',
    saleTotal: 'Valor da compra',
    amount: 'Quanto resgatar',
    points: 'Quantos pontos resgatar',
    saleRef: 'Nº da venda (opcional)',
    type: 'O que resgatar',
    cashback: 'Cashback',
    pointsOption: 'Pontos',
    submit: 'Resgatar (Enter)',
    reserve: 'Só reservar',
    notMoney: 'Não entendi o valor. Escreva, por exemplo, 120,50.',
    notPoints: 'Não entendi o número de pontos.',
    tooMuch: (balance: string) => `O saldo é de ${balance}.`,
    aboveSale: 'É mais do que o valor da compra.',
    belowMin: (least: string) => `O resgate é aceito em compras a partir de ${least}.`,
    belowBalance: (least: string) => `O resgate é aceito com saldo a partir de ${least}.`,
    nothingFits: 'Nesta compra não cabe resgate: o valor dela é baixo demais.',
    redeemInstead: (amount: string) => `Resgatar ${amount}`,
    worth: (points: string, amount: string) => `${points} (${amount})`,
  },
  voucher: {
    title: 'Vale',
    called: (code: string) => `vale ${code}`,
    of: (name: string) => `de ${name}`,
    discount: (amount: string) => `Desconto de ${amount}`,
    percent: (rate: string) => `Desconto de ${rate}`,
    upTo: (amount: string) => `, no máximo ${amount}`,
    minSale: (amount: string) => `Em compras a partir de ${amount}`,
    until: (date: string) => `Vale até ${date}`,
    uses: (left: number) => (left === 1 ? '1 uso restante' : `${left} usos restantes`),
    submit: 'Usar o vale (Enter)',
    reserve: 'Só reservar',
    states: {
      pending: 'em carência',
      active: 'livre',
      reserved: 'reservado',
      redeemed: 'usado',
      expired: 'vencido',
      cancelled: 'cancelado',
    },
  },
  confirm: {
    title: 'Confirmar',
    use: (amount: string, name: string, left: string) => `Resgatar ${amount} de ${name}? Sobram ${left}.`,
    voucher: (code: string, name: string, total: string) =>
      `Usar o vale ${code} de ${name} em uma compra de ${total}?`,
    reserve: (amount: string, name: string, left: string) =>
      `Reservar ${amount} de ${name}? Ficam livres ${left}.`,
    reserveVoucher: (code: string, name: string, total: string) =>
      `Reservar o vale ${code} de ${name} para uma compra de ${total}?`,
    worth: (discount: string) => ` Desconto de ${discount}.`,
    lost: (unused: string) => ` ${unused} do vale se perdem.`,
    confirm: (what: string, name: string) => `Usar a reserva de ${what} de ${name}?`,
    release: (what: string, name: string) => `Liberar a reserva de ${what} de ${name}? Nada é usado.`,
    undo: (what: string, name: string) => `Desfazer o uso de ${what} de ${name}? O valor volta ao cliente.`,
    claim: (sale: string, name: string) => `${sale} é de ${name}? O benefício dela vai para este cliente.`,
    yes: 'Confirmar (Enter)',
    no: 'Voltar (Esc)',
    /** The same is asked for once more. */
    again: {
      title: 'Fazer outra vez?',
      done: (time: string) =>
        `Isto já foi feito agora há pouco, às ${time}, em outra janela deste navegador.`,
      unknown: (name: string, time: string) =>
        `${name} pediu o mesmo às ${time}, e a resposta não chegou: pode já estar feito. Confira antes nos movimentos do dia.`,
      yes: 'Fazer outro',
    },
  },
  outcome: {
    sending: 'Enviando…',
    use: (amount: string, name: string, left: string | null) =>
      `Resgatado ${amount} de ${ended(name)}${left === null ? '' : ` Sobram ${left}.`}`,
    voucher: (discount: string, name: string, unused: string | null) =>
      `Vale usado: desconto de ${discount} para ${ended(name)}${unused === null ? '' : ` ${unused} do vale se perderam.`}`,
    reserve: (what: string, name: string, until: string) =>
      `Reservado ${what} de ${name} até ${until}. Use ou libere a reserva na lista de hoje.`,
    confirm: (what: string, name: string) => `Usada a reserva de ${what} de ${ended(name)}`,
    release: (what: string, name: string) => `Liberada a reserva de ${what} de ${ended(name)}`,
    undo: (what: string, name: string) => `Desfeito o uso de ${what} de ${ended(name)}`,
    claim: (sale: string, name: string, earned: string | null) =>
      `${sale} agora é de ${ended(name)} Benefício desta venda: ${earned ?? 'nenhum'}.`,
    earned: {
      cashback: (amount: string) => `${amount} de cashback`,
      vouchers: (count: number) => (count === 1 ? '1 vale' : `${count} vales`),
    },
    now: (time: string) => `Feito agora, às ${time}.`,
    before: 'Já estava feito na primeira vez: nada foi feito duas vezes.',
    unknown: {
      title: 'Não sabemos se foi feito',
      text: 'A resposta não chegou. Tente de novo: se já foi feito, nada é feito outra vez.',
      about: (what: string) => `Pedido: ${what}`,
      canWait:
        'Se continuar assim, deixe este pedido para depois e atenda outra pessoa: ele fica nesta página até ter resposta.',
      later: 'Deixar para depois',
      barred:
        'Se você não pode mais tentar, procure nos movimentos do dia. Se estiver lá como feito, está feito. Na dúvida, chame o gerente.',
    },
    changed: {
      title: 'Nada foi enviado',
      text: 'Outra pessoa entrou neste navegador em outra janela, ou o seu acesso a esta loja terminou. Recarregue a página para ver quem está no balcão.',
      reload: 'Recarregar',
    },
    others: {
      title: (name: string) => `Não sabemos se foi feito: pedido de ${name}`,
      text: (name: string) =>
        `Procure nos movimentos do dia. Se estiver lá como feito, está feito. Se não estiver, peça a ${name} que entre neste navegador e tente de novo, ou chame o gerente.`,
      foundOut: 'Já conferimos',
    },
  },
  leave: {
    title: 'Sair com um pedido sem resposta?',
    warning: (question: string) => `Não sabemos se foi feito: ${question}`,
    question: 'Se você sair, só você pode tentar de novo, ao entrar outra vez neste navegador.',
    yes: 'Sair mesmo assim',
  },
  claim: {
    open: 'Identificar uma venda sem cliente',
    title: 'Vendas sem cliente',
    number: 'Nº da venda (opcional)',
    search: 'Procurar (Enter)',
    sale: (number: string, when: string, total: string) => `Venda ${number} de ${when}, ${total}`,
    none: 'Nenhuma venda sem cliente.',
    noneWith: (number: string) =>
      `Nenhuma venda sem cliente com o número ${number}. Uma venda recém-fechada leva alguns segundos.`,
    more: 'Há mais vendas. Digite o número.',
  },
  register: {
    title: 'Cadastrar cliente',
    name: 'Nome',
    document: 'CPF ou CNPJ',
    phone: 'Telefone com DDD',
    email: 'E-mail',
    consent: 'Aceito receber mensagens desta loja pelo WhatsApp.',
    consentHint: 'Marque só se o cliente disse que sim.',
    submit: 'Cadastrar',
    done: 'Cliente cadastrado.',
    known: 'Este cliente já tinha cadastro: ninguém foi cadastrado de novo.',
  },
} as const;
