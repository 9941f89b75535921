import type { UnusedMark } from '../../loyalty';

/** Why a mark of somebody is not used. */
export const UNUSED_BECAUSE = [
  'unreadable',
  'filler',
  'stand_in',
  'beside_stand_in',
] as const satisfies readonly UnusedMark['why'][];

const NAMES: Record<UnusedMark['field'], string> = {
  name: 'O nome',
  document: 'O CPF ou CNPJ',
  phone: 'O telefone',
  email: 'O e-mail',
};

const REASONS: Record<UnusedMark['why'], string> = {
  unreadable: 'não confere ou está incompleto',
  filler: 'é um preenchimento, e não de uma pessoa',
  stand_in: 'é um dos que a loja usa quando não sabe quem comprou',
  beside_stand_in: 'veio ao lado de um nome genérico, e pode ser o da própria loja',
};

/** That a mark was not used, and why, in pt-BR; without the mark itself. */
export function unusedMarkText({ field, why }: UnusedMark): string {
  return `${NAMES[field]} ${REASONS[why]}, e não foi usado.`;
}
