import type { Entry } from './refusal-entry';

const ASK_ANOTHER = 'Peça outro link.';

/** What signing in, people, keys and stores are refused for. */
export const OF_ACCESS: Readonly<Record<string, Entry>> = {
  sign_in_refused: [
    'Não foi possível entrar',
    'E-mail, senha ou código não conferem.',
    'Confira e tente de novo.',
  ],
  second_factor_required: ['Segunda etapa', 'Esta conta pede um código.', 'Digite o código do aplicativo.'],
  second_factor_missing: [
    'Verificação em duas etapas obrigatória',
    'Esta loja só atende donos que usam a verificação em duas etapas.',
    'Ative-a em Meu acesso e tente de novo.',
  ],
  second_factor_on: [
    'Já ativa',
    'A verificação em duas etapas já está ativa.',
    'Não é preciso fazer mais nada.',
  ],
  second_factor_wrong: [
    'Código incorreto',
    'O código não confere.',
    'Confira o relógio do aparelho e digite o código de agora.',
  ],
  password_wrong: ['Senha incorreta', 'A senha não é a sua.', 'Confira e digite de novo.'],
  foreign_origin: [
    'Página de outro endereço',
    'O pedido não veio do endereço do console.',
    'Abra o console pelo endereço certo.',
  ],
  merchant_suspended: [
    'Loja suspensa',
    'O acesso a esta loja está suspenso.',
    'Fale com quem administra a instalação.',
  ],
  session_not_found: ['Sessão não encontrada', 'Ela já terminou.', 'Atualize a lista.'],
  person_not_found: ['Pessoa não encontrada', 'Ela não faz mais parte desta loja.', 'Atualize a lista.'],
  already_member: ['Já faz parte', 'Esta pessoa já faz parte desta loja.', 'Mude o acesso dela na lista.'],
  last_owner: ['Último dono', 'Sem ele ninguém mais administraria a loja.', 'Torne outra pessoa dona antes.'],
  link_not_found: ['Link desconhecido', 'O endereço está incompleto ou não existe.', ASK_ANOTHER],
  link_closed: ['Link já usado', 'Cada link serve uma vez só.', 'Entre com a sua senha, ou peça outro link.'],
  link_expired: ['Link vencido', 'O prazo do link terminou.', ASK_ANOTHER],
  key_not_found: ['Chave não encontrada', 'Ela já foi revogada ou não existe.', 'Atualize a lista.'],
  keys_full: ['Chaves demais', 'A loja já tem o máximo de chaves.', 'Revogue uma que não é usada.'],
  store_not_found: ['Loja não encontrada', 'Esta filial não existe.', 'Atualize a lista.'],
  store_taken: [
    'Loja que já existe',
    'Outra filial já usa o mesmo nome, canal ou CNPJ.',
    'Mude o que se repete.',
  ],
  stores_full: [
    'Lojas demais',
    'A conta já tem o máximo de filiais.',
    'Fale com quem administra a instalação.',
  ],
};
