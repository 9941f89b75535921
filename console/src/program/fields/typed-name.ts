/** A name as keys of the ledger take it, made of whatever is typed: `Volta às aulas` → `volta-as-aulas`. */
export function keyName(typed: string): string {
  return typed
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9_-]+/g, '-')
    .slice(0, 60);
}

/** The same, once it is complete: nothing hangs over at its ends. */
export function wholeKeyName(typed: string): string {
  return keyName(typed).replace(/^[-_]+|[-_]+$/g, '');
}

/** A name that is not taken: `vale-1`, `vale-2`. */
export function freshName(stem: string, taken: readonly string[]): string {
  for (let number = 1; ; number += 1) if (!taken.includes(`${stem}-${number}`)) return `${stem}-${number}`;
}
