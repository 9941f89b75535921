import { useEffect, useRef } from 'react';
import type { RefObject } from 'react';

/** Whether a part is still on the page: what comes after somebody has gone on to something else is nobody's. */
export function useIsHere(): Readonly<RefObject<boolean>> {
  const isHere = useRef(false);
  useEffect(() => {
    isHere.current = true;
    return () => {
      isHere.current = false;
    };
  }, []);
  return isHere;
}
