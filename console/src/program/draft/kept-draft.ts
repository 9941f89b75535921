import type { Draft } from './json-path';

/** The version a draft was made from; 0 and null: none was published. */
export interface Base {
  version: number;
  program: Draft | null;
}

/** A draft that differs from what it was made from. */
export interface KeptDraft {
  base: Base;
  draft: Draft;
}

const place = (merchantId: string): string => `retorno-program-draft:${merchantId}`;

/** What somebody has written in this tab and not published: it outlives a reload. */
export function keptDraft(merchantId: string): KeptDraft | null {
  try {
    const kept = JSON.parse(sessionStorage.getItem(place(merchantId)) ?? 'null') as KeptDraft | null;
    return kept && typeof kept.base.version === 'number' && typeof kept.draft === 'object' ? kept : null;
  } catch {
    return null;
  }
}

/** Keeps it, or forgets it (null). */
export function keepDraft(merchantId: string, kept: KeptDraft | null): void {
  if (kept === null) sessionStorage.removeItem(place(merchantId));
  else sessionStorage.setItem(place(merchantId), JSON.stringify(kept));
}
