import { Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { PageTitle, Ways } from '../lists';
import { useWorkplace } from '../shell';
import { settings as words } from '../words/pt';

const { pages } = words;
const WAYS = [
  { to: '/configuracoes/pessoas', label: pages.people },
  { to: '/configuracoes/lojas', label: pages.stores },
  { to: '/configuracoes/chaves', label: pages.keys },
  { to: '/configuracoes/conexao', label: pages.connection },
  { to: '/configuracoes/mensagens', label: pages.messages },
  { to: '/configuracoes/auditoria', label: pages.audit },
  { to: '/configuracoes/sessoes', label: pages.ownAccess },
] as const;

interface Props {
  title: string;
  children: ReactNode;
}

/** A page of the settings, with the way to the others for whoever may see them. */
export function SettingsPage({ title, children }: Props): ReactNode {
  const { membership } = useWorkplace();
  return (
    <Stack gap="lg">
      {membership.role === 'owner' && <Ways label={words.navigation} ways={WAYS} />}
      <PageTitle>{title}</PageTitle>
      {children}
    </Stack>
  );
}
