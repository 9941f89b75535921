import { useState } from 'react';

/** The one dialog a page has open, and what is said once it is done. */
export interface Dialog<T> {
  /** What it is about; null: none is open. */
  about: T | null;
  said: string;
  open: (about: T) => void;
  close: () => void;
  done: (said: string) => void;
}

/** Keeps which dialog of a page is open. What was said of the last one goes when the next is opened. */
export function useDialog<T>(): Dialog<T> {
  const [about, setAbout] = useState<T | null>(null);
  const [said, setSaid] = useState('');
  const show = (next: T | null, text: string): void => {
    setAbout(next);
    setSaid(text);
  };
  return {
    about,
    said,
    open: (next) => show(next, ''),
    close: () => setAbout(null),
    done: (text) => show(null, text),
  };
}
