import { z } from 'zod';
import { atMost } from '../../loyalty';
import { PASSWORD_LENGTH, passwordFault } from '../../store';
import { invalidField } from '../http';

const { min, max } = PASSWORD_LENGTH;

const UNFIT = `A senha deve ter de ${min} a ${max} caracteres. Uma frase curta que só você conhece é boa e fácil de lembrar.`;

/** Input: a password that is chosen. Not trimmed: blanks may be part of it. */
export const newPassword = atMost(1_024, z.string())
  .refine((text) => passwordFault(text) === null, { message: UNFIT })
  .meta({ minLength: min, maxLength: max });

/** Input: a password that somebody has. */
export const knownPassword = atMost(1_024, z.string()).min(1);

/** Where only what is stored says whether a password is chosen or known. @throws Problem `invalid_request` */
export function requireFit(password: string): void {
  if (passwordFault(password) !== null) throw invalidField('password', UNFIT);
}
