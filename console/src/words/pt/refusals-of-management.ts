import { factText } from './refusal-entry';
import type { Entry, RefusalFacts } from './refusal-entry';

/** What the pages of the management are refused for. */
export const OF_MANAGEMENT: Readonly<Record<string, Entry>> = {
  connection_not_found: [
    'Conexão não encontrada',
    'Esta conexão não existe nesta loja.',
    'Atualize a página.',
  ],
  approval_outdated: [
    'O programa mudou desde o cálculo',
    ({ version }: RefusalFacts): string => `A versão ${factText(version)} está em vigor. Nada foi aprovado.`,
    'Veja o cálculo de novo e aprove-o.',
  ],
  not_ready_to_go_live: [
    'Ainda falta algo',
    'Nem todos os passos da ativação estão concluídos. Nenhuma mensagem será enviada.',
    'Conclua os passos que faltam e entre no ar de novo.',
  ],
  program_changed: [
    'Outra pessoa publicou antes',
    ({ version }: RefusalFacts): string =>
      `A versão ${factText(version)} foi publicada enquanto você editava. Nada seu foi publicado.`,
    'Veja o que mudou e decida o que fazer com o seu rascunho.',
  ],
  connection_disconnected: [
    'Conexão desfeita',
    'Esta empresa do Bling foi desconectada.',
    'Para voltar, conecte a mesma empresa de novo.',
  ],
  connection_paused: [
    'Conexão pausada',
    'Os pedidos desta conexão não são lidos.',
    'Retome a conexão e tente de novo.',
  ],
  reconciliation_not_found: [
    'Conferência não encontrada',
    'Esta conferência não existe nesta loja.',
    'Veja a lista das conferências da conexão.',
  ],
  reconciliation_running: [
    'Conferência em andamento',
    'Esta conexão já tem uma conferência em andamento.',
    'Espere ela terminar e tente de novo.',
  ],
  simulation_not_found: [
    'Simulação não encontrada',
    'Simulações são guardadas por trinta dias.',
    'Comece outra.',
  ],
  simulations_running: ['Simulações demais', 'Já há cinco simulações em andamento.', 'Espere uma terminar.'],
  message_not_found: [
    'Mensagem não encontrada',
    'Esta mensagem não existe nesta loja.',
    'Procure na lista de mensagens.',
  ],
  import_not_found: [
    'Importação não encontrada',
    'Esta importação não existe nesta loja.',
    'Atualize a lista.',
  ],
  columns_unclear: [
    'Colunas não compreendidas',
    'Não se sabe qual coluna do arquivo é qual: uma que é precisa falta, ou duas dizem a mesma coisa. Nada foi importado.',
    'Escolha a coluna de cada informação e confira de novo.',
  ],
  import_open: [
    'Já há uma importação desta conexão',
    'A anterior ainda não terminou.',
    'Espere que ela termine ou cancele-a.',
  ],
  import_ended: ['A importação já terminou', 'O que foi gravado fica.', 'Se precisar, comece outra.'],
  import_of_a_file: [
    'Importação de um arquivo',
    'Só as de contatos do Bling podem ser pausadas e canceladas.',
    'Espere que ela termine.',
  ],
  status_unclear: [
    'Situação das vendas não compreendida',
    'O arquivo diz a situação das vendas com valores desconhecidos. Nada foi importado.',
    'Diga o que cada valor significa e envie de novo.',
  ],
  merge_entangled: [
    'Resgates em comum',
    'Há resgates que usaram saldo dos dois cadastros depois da união.',
    'Desfaça esses resgates antes de separar os cadastros.',
  ],
  merge_not_found: ['União não encontrada', 'Esta união não existe.', 'Atualize a página.'],
  merge_already_undone: [
    'União já desfeita',
    'Ela já foi desfeita, uma única vez.',
    'Não é preciso fazer mais nada.',
  ],
  customers_in_conflict: [
    'Documentos diferentes',
    'Os dois cadastros têm CPF ou CNPJ, e não o mesmo: podem ser duas pessoas. Nada mudou.',
    'Confira com o cliente antes de unir assim mesmo.',
  ],
  customers_not_mergeable: [
    'Não podem ser unidos ou separados',
    'São o mesmo cadastro, um já foi unido a outro, ou uma união mais recente envolve as mesmas vendas.',
    'Desfaça primeiro a união mais recente.',
  ],
  review_not_found: ['Revisão não encontrada', 'Esta revisão não existe.', 'Atualize a lista.'],
  review_resolved: [
    'Revisão já decidida',
    'Outra pessoa já decidiu de outro modo. Nada mudou agora.',
    'Atualize a lista.',
  ],
  order_not_found: [
    'Pedido não encontrado no Bling',
    'O Bling não tem este pedido nesta conta.',
    'Confira o id do pedido e a conexão.',
  ],
  order_invalid: [
    'Pedido com dados errados',
    ({ field }: RefusalFacts): string => `O campo "${factText(field)}" do pedido não pode estar certo.`,
    'Corrija no Bling e teste de novo.',
  ],
  bling_authorization_needed: [
    'O Bling precisa ser autorizado',
    'A autorização desta conexão não vale mais.',
    'Conecte a loja de novo.',
  ],
  bling_unavailable: [
    'O Bling não responde',
    'Sem ele não há o que testar agora.',
    'Espere um pouco e tente de novo.',
  ],
  bling_busy: [
    'Limite de consultas ao Bling',
    'As vendas do dia vêm antes de um teste.',
    'Espere um pouco e tente de novo.',
  ],
};
