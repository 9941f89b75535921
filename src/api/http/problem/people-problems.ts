import { factText } from './problem-kind';
import type { ProblemKind } from './problem-kind';

const FIELDS: Readonly<Record<string, string>> = {
  name: 'o mesmo nome',
  channels: 'um destes canais',
  documents: 'um destes CNPJs',
};

/** What is refused about people, their links and second factors, keys and stores. */
export const PEOPLE_PROBLEMS = {
  person_not_found: {
    status: 404,
    title: 'Pessoa não encontrada',
    detail: () =>
      'Esta pessoa não faz parte desta conta, ou este convite já não está aberto. Confira o id em GET /v1/people.',
  },
  already_member: {
    status: 409,
    title: 'Pessoa que já faz parte da conta',
    detail: () =>
      'Quem usa este e-mail já faz parte desta conta, e nenhum convite foi enviado. Para mudar o que a pessoa pode, use PATCH /v1/people/{id}.',
  },
  last_owner: {
    status: 409,
    title: 'Último dono da conta',
    detail: () =>
      'Esta pessoa é o único dono da conta, que não pode ficar sem nenhum. Nada mudou. Torne outra pessoa dona primeiro.',
  },
  link_not_found: {
    status: 404,
    title: 'Link desconhecido',
    detail: () =>
      'Este link não existe. Abra-o de novo a partir do e-mail, inteiro; se não funcionar, peça um novo.',
  },
  link_closed: {
    status: 410,
    title: 'Link já usado',
    detail: () =>
      'Este link já foi usado, cancelado ou trocado por um mais novo. Se foi você que o usou, entre com a sua senha; senão, peça um novo.',
  },
  link_expired: {
    status: 410,
    title: 'Link vencido',
    detail: () => 'O prazo deste link acabou, e nada foi feito. Peça um novo.',
  },
  password_wrong: {
    status: 422,
    title: 'Senha incorreta',
    detail: () => 'A senha não é a desta pessoa, e nada foi feito. Confira a senha e tente de novo.',
  },
  second_factor_on: {
    status: 409,
    title: 'Verificação em duas etapas já ativa',
    detail: () =>
      'A verificação em duas etapas já está ativa para você. Para trocar de aparelho, remova-a primeiro com a sua senha e um código.',
  },
  second_factor_wrong: {
    status: 422,
    title: 'Código incorreto',
    detail: () =>
      'O código não é o que o aplicativo mostra agora, e nada mudou. Confira a hora do aparelho e digite o código atual; se ainda não começou, peça antes um segredo com POST /v1/second-factor.',
  },
  keys_full: {
    status: 409,
    title: 'Chaves demais',
    detail: () =>
      'Esta conta já tem 50 chaves em uso, o máximo, e nenhuma foi criada. Revogue as que não são mais usadas.',
  },
  key_not_found: {
    status: 404,
    title: 'Chave não encontrada',
    detail: () => 'Esta chave não existe nesta conta. Confira o id em GET /v1/keys.',
  },
  store_not_found: {
    status: 404,
    title: 'Loja não encontrada',
    detail: () => 'Esta loja não existe nesta conta. Confira o id em GET /v1/stores.',
  },
  store_taken: {
    status: 409,
    title: 'Loja que já existe',
    detail: ({ field, storeId }) =>
      `Outra loja desta conta (${factText(storeId)}) já tem ${FIELDS[factText(field)] ?? 'o mesmo'}, e nada mudou. Use outro, ou tire-o antes dela com PATCH /v1/stores/{id}.`,
  },
  stores_full: {
    status: 409,
    title: 'Lojas demais',
    detail: () => 'Esta conta já tem 500 lojas, o máximo, e nenhuma foi criada. Fale com o suporte.',
  },
} satisfies Record<string, ProblemKind>;
