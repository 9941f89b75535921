import { useLocation } from '@tanstack/react-router';
import { useEffect, useState } from 'react';

/**
 * The one-use token of the link by which the page was opened; null: it was opened without one. It stands behind the `#`, which no
 * server is sent, and is taken out of the address, where it would stay in the browser's history.
 */
export function useLinkToken(): string | null {
  const { hash, searchStr } = useLocation();
  // Links that went out before they had a `#` hold for three days.
  const found = tokenIn(hash) ?? tokenIn(searchStr);
  const [token, keep] = useState(found);
  if (found !== null && found !== token) keep(found);
  useEffect(() => {
    if (found !== null) window.history.replaceState(window.history.state, '', window.location.pathname);
  }, [found]);
  return token;
}

function tokenIn(text: string): string | null {
  return new URLSearchParams(text.replace(/^[#?]/, '')).get('token');
}
