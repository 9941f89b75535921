import type { Customer } from './customers';

/**
 * How somebody is addressed: the first name, in ordinary case where the ERP holds it in capitals or small letters.
 * A company has no first name.
 */
export function firstName({ name, document }: Pick<Customer, 'name' | 'document'>): string | null {
  if (document?.kind === 'cnpj') return null;
  const first = name?.trim().split(/\s+/)[0] ?? '';
  if (first === '') return null;
  const oneCase = first === first.toLocaleUpperCase('pt-BR') || first === first.toLocaleLowerCase('pt-BR');
  return oneCase
    ? first.charAt(0).toLocaleUpperCase('pt-BR') + first.slice(1).toLocaleLowerCase('pt-BR')
    : first;
}
