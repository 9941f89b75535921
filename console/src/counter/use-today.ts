import { useEffect, useState } from 'react';
import type { Clock } from '../format';

const LOOK_MS = 30_000;

/** The date by the store's clock, which becomes another while a counter stays open over night. */
export function useToday(clock: Clock): string {
  const [today, setToday] = useState(() => clock.localDate(new Date()));
  useEffect(() => {
    const look = window.setInterval(() => setToday(clock.localDate(new Date())), LOOK_MS);
    return () => window.clearInterval(look);
  }, [clock]);
  return today;
}
