import { useRef } from 'react';
import { newKey } from '../api';

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
