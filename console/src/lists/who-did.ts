import { lists } from '../words/pt';

interface Did {
  operator: string | null;
  key: { label: string | null } | null;
}

/** Whoever did something, and the key they did it with; null: nobody did, or it was not kept. */
export function whoDid({ operator, key }: Did): string | null {
  if (key === null) return operator;
  const name = key.label === null ? lists.revokedKey : lists.key(key.label);
  return operator === null ? name : `${operator} · ${name}`;
}
