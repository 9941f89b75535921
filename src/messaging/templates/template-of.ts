import type { NoticeKind } from '../../loyalty';

const TEMPLATES: Record<NoticeKind, string> = {
  earned: 'retorno_beneficio_ganho',
  expiring: 'retorno_beneficio_expirando',
  expired: 'retorno_beneficio_expirado',
  returned: 'retorno_beneficio_estornado',
  repurchase: 'retorno_recompra',
  welcome: 'retorno_boas_vindas',
  balance: 'retorno_saldo',
  winBack: 'retorno_volte',
  birthday: 'retorno_aniversario',
};

/** Under which name Meta knows the template of a notice. */
export function templateOf(kind: NoticeKind): string {
  return TEMPLATES[kind];
}

/** The names of all templates. */
export const TEMPLATE_NAMES: readonly string[] = Object.values(TEMPLATES);
