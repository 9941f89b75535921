import { isPersonId } from '../../ids';
import type { DoneBy } from '../../loyalty';
import type { Caller, Store } from '../../store';
import { invalidField } from './invalid-field';
import { Problem } from './problem';

/** Who did something and where, as it is kept with what was done. */
export interface Acting {
  /** A person by their id, so that no name is kept; with a key, whom the call names. */
  operator: string | null;
  storeId: string | null;
}

interface Said {
  operator?: string | null;
  storeId?: string | null;
}

/**
 * Who acts, and in which store: whoever has signed in, whatever the call says of itself. Only a key, which several people use,
 * says who it was. The store is kept by its id, whatever the call calls it; one the merchant has not entered, by what is said.
 * @throws Problem where somebody says to be another, or to be in a store that is not theirs
 */
export async function actedBy({ shops }: Pick<Store, 'shops'>, caller: Caller, said: Said): Promise<Acting> {
  const operator = operatorOf(caller, said);
  const { storeId = null } = said;
  const meant = storeId === null ? null : await shops.meant(caller.merchantId, storeId);
  return { operator, storeId: storeOf(caller, meant?.id ?? storeId) };
}

/** The same of a try that may have been refused for what it says: nothing is judged. */
export function triedBy({ actor }: Caller, { operator = null, storeId = null }: Said): Acting {
  if (actor.kind === 'key')
    return { operator: operator !== null && isPersonId(operator) ? null : operator, storeId };
  const only = actor.storeIds?.length === 1 ? actor.storeIds[0]! : null;
  return { operator: actor.personId, storeId: storeId ?? only };
}

/** The key that somebody acts with; null: a person acts. */
export function keyIdOf({ actor }: Caller): string | null {
  return actor.kind === 'key' ? actor.keyId : null;
}

/** Who acts, as it is kept with what is done by nobody's name: a person's id, or the key. */
export function doneBy(caller: Caller): DoneBy {
  return { operator: operatorOf(caller, {}), keyId: keyIdOf(caller) };
}

/** Who acts, where it does not matter in which store. */
export function operatorOf({ actor }: Caller, { operator = null }: Pick<Said, 'operator'>): string | null {
  if (actor.kind === 'person') return actor.personId;
  if (operator !== null && isPersonId(operator)) throw invalidField('operator', NOT_ONESELF);
  return operator;
}

function storeOf({ actor }: Caller, storeId: string | null): string | null {
  if (actor.kind === 'key' || actor.storeIds === null) return storeId;
  const [only, ...others] = actor.storeIds;
  if (storeId !== null && !actor.storeIds.includes(storeId))
    throw new Problem('forbidden', { detail: OTHER_STORE });
  if (storeId === null && others.length > 0) throw invalidField('storeId', WHICH_STORE);
  return storeId ?? only ?? null;
}

const NOT_ONESELF =
  'Este operador é o id de uma pessoa, e uma chave não age em nome de quem entra com senha. Informe outro nome, ou entre como essa pessoa.';
const OTHER_STORE =
  'Você atende em outras lojas, e não nesta; nada foi feito. Escolha uma das suas (storeId).';
const WHICH_STORE =
  'Você atende em mais de uma loja, e a chamada não diz em qual está. Informe o id de uma das suas.';
