import { useRef } from 'react';

/**
 * Gives the key for a call: the same for the same body, so that trying again after an answer that was lost does nothing twice,
 * and another for another body.
 */
export function useCallKey(): (body: object) => string {
  const last = useRef({ said: '', key: '' });
  return (body) => {
    const said = JSON.stringify(body);
    if (last.current.said !== said) last.current = { said, key: newKey() };
    return last.current.key;
  };
}

/** Not `crypto.randomUUID`, which browsers only have under https and on one's own machine. */
function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return `console-${Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}
