import { useState } from 'react';
import { isFinal, newKey } from '../api';
import { isStill, loadedAgain } from '../session';
import type { Membership, Session } from '../session';

/** Calls that would do something twice if they were made again under another key. */
export interface KeptCalls<Body> {
  /** Makes a call under the key of its body: the same key until it is known what became of it, whatever is closed or loaded again. */
  send: <T>(body: Body, call: (key: string) => Promise<T>) => Promise<T>;
  /** What was sent last when the form was opened, if no answer has come; null: everything has one. */
  unanswered: Body | null;
}

interface Kept<Body> {
  key: string;
  body: Body;
}

/**
 * Keeps the calls of a form that have no answer in the tab's own storage, with whose they are: a key counts for one person alone.
 * @param about what is changed, such as one customer's balance
 */
export function useKeptCalls<Body extends object>(
  { session, membership }: { session: Session; membership: Membership },
  about: string,
): KeptCalls<Body> {
  const { id: personId } = session.person;
  const { id: merchantId } = membership;
  const slot = `retorno.calls/${merchantId}/${personId}/${about}`;
  const read = (): Kept<Body>[] => JSON.parse(sessionStorage.getItem(slot) ?? '[]') as Kept<Body>[];
  const write = (all: readonly Kept<Body>[]): void => {
    if (all.length === 0) sessionStorage.removeItem(slot);
    else sessionStorage.setItem(slot, JSON.stringify(all));
  };
  const [unanswered] = useState(() => read().at(-1)?.body ?? null);

  return {
    unanswered,
    async send(body, call) {
      const said = JSON.stringify(body);
      const known = read().find((one) => JSON.stringify(one.body) === said);
      // Sent again by somebody who has signed in with another tab meanwhile it would be another call.
      if (known && !(await isStill(personId, merchantId))) return loadedAgain();
      const kept = known ?? { key: newKey(), body };
      if (!known) write([...read(), kept]);
      const over = (): void => write(read().filter(({ key }) => key !== kept.key));
      try {
        const answer = await call(kept.key);
        over();
        return answer;
      } catch (failure) {
        if (isFinal(failure, known !== undefined)) over();
        throw failure;
      }
    },
  };
}
