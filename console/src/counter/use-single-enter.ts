import { useEffect } from 'react';

/** A held Enter is one Enter: the rest of it would say yes to what nobody has read, or put away what nobody has seen. */
export function useSingleEnter(): void {
  useEffect(() => {
    const hear = (event: KeyboardEvent): void => {
      if (event.key !== 'Enter' || !event.repeat) return;
      event.preventDefault();
      event.stopPropagation();
    };
    // Before any field or button hears of the key.
    window.addEventListener('keydown', hear, { capture: true });
    return () => window.removeEventListener('keydown', hear, { capture: true });
  }, []);
}
