/** The stores of an account. */
export const stores = {
  title: 'Lojas',
  loading: 'Carregando lojas…',
  empty: {
    title: 'Nenhuma loja cadastrada',
    text: 'Cadastre as filiais para limitar atendentes a elas e saber em qual cada venda foi feita.',
  },
  columns: { name: 'Loja', zone: 'Fuso horário', means: 'Como é reconhecida', action: 'Ações' },
  channels: (all: readonly string[]) => `Canais: ${all.join(', ')}`,
  /** @param company null: of all companies */
  ordersWithoutChannel: (company: string | null) =>
    company === null ? 'pedidos sem canal' : `pedidos sem canal de ${company}`,
  noChannel: 'sem canal',
  noStore: 'sem loja',
  nowhere: 'Sem canal ou loja',
  documents: (all: string) => `CNPJ: ${all}`,
  nothing: 'Sem canal nem CNPJ',
  add: 'Cadastrar loja',
  change: 'Mudar',
  changeOf: (name: string) => `Mudar a loja ${name}`,
  name: 'Nome',
  nameMissing: 'Escreva o nome.',
  zone: 'Fuso horário',
  channelsLabel: 'Canais de venda e caixas',
  channelsHint:
    'Um por linha: o número do canal no Bling, 0 para os pedidos sem canal de todas as empresas, ou como o caixa chama a loja.',
  documentsLabel: 'CNPJ',
  documentsHint: 'Um por linha.',
  saved: (name: string) => `A loja ${name} foi salva.`,
} as const;
