import { shortName } from '../format';
import { counter } from '../words/pt/counter';

/** Somebody as they are spoken of in a sentence; who has no name is called so whole. */
export function spokenName(name: string | null): string {
  return name === null ? counter.search.noName : shortName(name);
}
