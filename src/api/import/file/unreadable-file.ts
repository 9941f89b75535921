import { Problem } from '../../http/problem';

/**
 * The file as a whole cannot be taken: nothing of it is, and the mended file may come under the same key.
 * @param message pt-BR: what is wrong, and what to do
 */
export function unreadableFile(message: string): Problem {
  return new Problem('invalid_request', { errors: [{ field: 'body', message }], passing: true });
}
