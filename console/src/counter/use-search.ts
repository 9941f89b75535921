import { useEffect, useRef, useState } from 'react';
import { api, bodyOf, Refused } from '../api';
import type { CounterFound } from '../api';

/** What the field of the counter has found. */
export type SearchState =
  | { phase: 'none' }
  | { phase: 'searching' }
  | { phase: 'failed'; query: string; failure: unknown }
  | { phase: 'found'; query: string; found: CounterFound };

/** The one field: what is typed, and what was found for it. */
export interface SearchControl {
  typed: string;
  state: SearchState;
  /** A person types: looked for once they pause. */
  type: (text: string) => void;
  /**
   * Looked for at once, and answered when it is there; null where something newer was typed or asked meanwhile, or it failed. The field
   * shows what is looked for, or what it is called.
   */
  look: (text: string, called?: string) => Promise<CounterFound | null>;
  clear: () => void;
}

/** Shorter names many. */
const SHORTEST = 4;
const PAUSE_MS = 350;

/**
 * @param storeId where the counter is; null: nobody said
 * @param onTried after a code that could not be used was tried, which the API writes down
 */
export function useSearch(storeId: string | null, onTried: () => void): SearchControl {
  const [typed, setTyped] = useState('');
  const [state, setState] = useState<SearchState>({ phase: 'none' });
  const latest = useRef(0);
  const pause = useRef<number | undefined>(undefined);
  useEffect(() => () => window.clearTimeout(pause.current), []);

  async function look(text: string, called = text): Promise<CounterFound | null> {
    window.clearTimeout(pause.current);
    const query = text.trim();
    latest.current += 1;
    const mine = latest.current;
    setTyped(called);
    if (query === '') {
      setState({ phase: 'none' });
      return null;
    }
    // A code that is of no voucher stays so: asked again by Enter it would count as one more guess.
    if (state.phase === 'found' && state.query === query && isUnknownCode(state.found)) return state.found;
    setState({ phase: 'searching' });
    try {
      const asked = storeId === null ? { query } : { query, storeId };
      const found = await bodyOf(api.GET('/v1/counter', { params: { query: asked } }));
      if (mine !== latest.current) return null;
      setState({ phase: 'found', query, found });
      if (isTriedInVain(found)) onTried();
      return found;
    } catch (failure) {
      if (mine !== latest.current) return null;
      setState({ phase: 'failed', query, failure });
      if (failure instanceof Refused && failure.code === 'too_many_requests') onTried();
      return null;
    }
  }

  return {
    typed,
    state,
    type(text) {
      window.clearTimeout(pause.current);
      setTyped(text);
      // What is found for the text of before is nobody's under this one.
      latest.current += 1;
      setState({ phase: 'none' });
      if (text.trim().length >= SHORTEST) pause.current = window.setTimeout(() => void look(text), PAUSE_MS);
    },
    look,
    clear: () => void look(''),
  };
}

/** Whether a code was looked at that cannot be used: people are only looked for. */
function isTriedInVain(found: CounterFound): boolean {
  if (found.kind === 'voucher') return !found.voucher.usable;
  return isUnknownCode(found);
}

function isUnknownCode(found: CounterFound): boolean {
  return found.kind === 'nothing' && found.readAs === 'voucher';
}
