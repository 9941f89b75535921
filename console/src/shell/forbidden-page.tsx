import type { ReactNode } from 'react';
import type { Role } from '../session';
import { common, shell } from '../words/pt';
import { MessagePage } from './message-page';

interface Props {
  /** Who may. */
  roles: readonly Role[];
  /** Who came. */
  role: Role;
}

/** Said to whoever goes to a page that is not for them, in words and with whom to ask. */
export function ForbiddenPage({ roles, role }: Props): ReactNode {
  const who = roles.map((one) => common.roles[one]).join(shell.and);
  return <MessagePage title={shell.forbidden.title} text={shell.forbidden.text(who, common.roles[role])} />;
}
