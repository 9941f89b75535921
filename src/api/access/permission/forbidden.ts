import type { Actor } from '../../../store';
import { Problem } from '../../http/problem';
import { PERMISSIONS, standingOf, whoMay } from './permissions';
import type { Permission, Standing } from './permissions';

const WORDS: Record<Standing, string> = {
  owner: 'dono',
  manager: 'gerente',
  staff: 'atendente',
  full: 'chave completa',
  till: 'chave de caixa',
  read: 'chave de leitura',
};

/** The refusal of what somebody may not do: what that is, and who may. */
export function forbidden(standing: Standing, permission: Permission): Problem {
  const allowed = whoMay(permission);
  const names = allowed.map((one) => WORDS[one]);
  return new Problem('forbidden', {
    facts: { permission, allowed },
    detail:
      `Quem entra como ${WORDS[standing]} não pode ${PERMISSIONS[permission].what}, e nada foi feito. ` +
      `Quem pode: ${[...names.slice(0, -2), names.slice(-2).join(' ou ')].join(', ')}.`,
  });
}

/** The same for an actor. */
export function forbiddenTo(actor: Actor, permission: Permission): Problem {
  return forbidden(standingOf(actor), permission);
}
