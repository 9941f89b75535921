import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { Refused, ROOT } from '../api';
import { useAction } from '../parts';
import { membershipOf, signIn } from '../session';
import type { Session } from '../session';
import { sessionQuery } from '../shell';
import { CodeForm } from './code-form';
import { PasswordForm } from './password-form';

/** Signing in: e-mail and password, then the code of those who have a second factor. */
export function SignInPage(): ReactNode {
  const { ir } = useSearch({ from: '/entrar' });
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [typed, setTyped] = useState({ email: '', password: '' });
  const [asksCode, setAsksCode] = useState(false);

  async function goOn(session: Session): Promise<void> {
    const to = ir ?? (membershipOf(session)?.role === 'staff' ? '/balcao' : '/inicio');
    // The counter has files of its own.
    if (/^\/balcao(?:$|[/?])/.test(to)) window.location.assign(new URL(to.slice(1), ROOT).href);
    else await navigate({ href: to, replace: true });
  }

  const enter = useAction(async (code?: string) => {
    try {
      const session = await signIn(typed.email.trim(), typed.password, code);
      queries.setQueryData(sessionQuery.queryKey, session);
      await goOn(session);
    } catch (error) {
      if (!(error instanceof Refused) || error.code !== 'second_factor_required') throw error;
      setAsksCode(true);
    }
  });

  if (asksCode) {
    const back = (): void => {
      setAsksCode(false);
      enter.clear();
    };
    return <CodeForm enter={enter} onBack={back} />;
  }
  return <PasswordForm typed={typed} onType={setTyped} enter={enter} />;
}
