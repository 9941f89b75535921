import { createContext, useContext } from 'react';
import type { Schema } from '../../api';
import type { Draft, Json } from './json-path';
import type { Base } from './kept-draft';

/** What the API says of a draft: its rules in words and worked out, what would change, the regulation. */
export type Preview = Schema<'ProgramPreview'>;

/** A program that is being written, and what is known of it. */
export interface Drafting {
  /** What it was made from. */
  base: Base;
  draft: Draft;
  /** Whether it differs from that. */
  changed: boolean;
  /** Puts something at a place; undefined: nothing. */
  set: (path: string, value: Json) => void;
  replace: (draft: Draft) => void;
  /** Goes on over another version with the same draft, or with that version itself. */
  rebase: (base: Base, draft?: Draft) => void;
  discard: () => void;
  /** What was said of it last; may be of what it was before the last change. */
  preview: Preview | undefined;
  /** Whether that is of the draft as it is now. */
  current: boolean;
  /** What is wrong with it, by place. */
  errors: ReadonlyMap<string, string>;
  /** Why nothing can be said of it, where nothing is wrong with it. */
  failure: unknown;
  /** The total of the purchase that rules are worked out on. */
  exampleCents: number;
  setExampleCents: (cents: number) => void;
}

/** Filled by the frame of the program's pages. */
export const DraftingContext = createContext<Drafting | null>(null);

/** The program that is being written. Only within the frame. */
export function useDrafting(): Drafting {
  const drafting = useContext(DraftingContext);
  if (!drafting) throw new Error('There is a draft only within the frame of the program.');
  return drafting;
}
