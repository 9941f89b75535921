import { invalidField } from '../../http';
import type { Problem } from '../../http/problem';

/** The file as a whole cannot be taken: nothing of it is. @param message pt-BR: what is wrong, and what to do */
export function unreadableFile(message: string): Problem {
  return invalidField('body', message);
}
