import { ROOT } from '../api';
import { useAction } from '../parts';
import type { Action } from '../parts';
import { signOut } from '../session';
import { forgetDone } from './kept-move';

/** Signs out and leaves the counter; where that fails one stays, and is told. */
export function useLeave(): Action<[], void> {
  return useAction(async () => {
    await signOut();
    forgetDone();
    window.location.assign(new URL('entrar', ROOT).href);
  });
}
