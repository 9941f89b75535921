import { useEffect, useEffectEvent, useState } from 'react';

/** Long enough to type the next character, short enough not to be waited for. */
const PAUSE_MS = 400;

/** A text that somebody types, and that counts once they pause. */
export interface Typed {
  text: string;
  type: (text: string) => void;
}

/**
 * Keeps what is typed here until there is a pause: each character in the address would make every key slow.
 * @param value what counts now; where it changes by itself, as by going back, what was typed gives way
 */
export function useTyped(value: string, commit: (text: string) => void): Typed {
  const [draft, setDraft] = useState<string | null>(null);
  const [sent, setSent] = useState<string | null>(null);
  const [seen, setSeen] = useState(value);
  if (seen !== value) {
    setSeen(value);
    // What came back may be behind what has been typed since.
    if (value !== sent || draft?.trim() === value) setDraft(null);
  }
  const settle = useEffectEvent((text: string) => {
    setSent(text);
    commit(text);
  });
  useEffect(() => {
    if (draft === null) return undefined;
    const timer = setTimeout(() => settle(draft.trim()), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [draft]);
  return { text: draft ?? value, type: setDraft };
}
