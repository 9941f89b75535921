import { AppShell, Burger, Button, Group, NavLink, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Link, useLocation } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { chooseMerchant, ROOT } from '../api';
import { common, shell } from '../words/pt';
import { pageOf, pagesFor } from './pages';
import type { PageInfo } from './pages';
import { SignOut } from './sign-out';
import { SkipLink } from './skip-link';
import { useWorkplace } from './workplace';

/** The page gives way to the menu below this width. */
const MENU = { width: 220, breakpoint: 'sm' } as const;

/** Menu, merchant and sign-out around a page. */
export function Frame({ children }: { children: ReactNode }): ReactNode {
  const [opened, { toggle, close }] = useDisclosure(false);
  const { membership } = useWorkplace();
  return (
    <AppShell header={{ height: 56 }} navbar={{ ...MENU, collapsed: { mobile: !opened } }} padding="md">
      <AppShell.Header px="md">
        <SkipLink />
        <Group h="100%" justify="space-between" wrap="nowrap">
          <Group gap="sm" wrap="nowrap">
            <Burger opened={opened} onClick={toggle} hiddenFrom="sm" size="sm" aria-label={shell.openMenu} />
            <Text fw={700}>{common.product}</Text>
            <Text c="dimmed" truncate>
              {membership.name}
            </Text>
          </Group>
          <Leave />
        </Group>
      </AppShell.Header>
      <AppShell.Navbar p="sm" aria-label={shell.navigation}>
        <Stack gap={4}>
          {pagesFor(membership.role).map((page) => (
            <MenuEntry key={page.path} page={page} onGo={close} />
          ))}
        </Stack>
      </AppShell.Navbar>
      <AppShell.Main id="conteudo" tabIndex={-1}>
        {children}
      </AppShell.Main>
    </AppShell>
  );
}

function MenuEntry({ page, onGo }: { page: PageInfo; onGo: () => void }): ReactNode {
  const { pathname } = useLocation();
  const active = pageOf(pathname) === page;
  const current = active ? ('page' as const) : undefined;
  if (page.apart)
    return (
      <NavLink href={new URL(page.path.slice(1), ROOT).href} label={page.label} aria-current={current} />
    );
  return (
    <NavLink
      component={Link}
      to={page.path}
      label={page.label}
      active={active}
      // The router would also mark an entry whose address only begins the one that is open.
      activeOptions={{ exact: true }}
      aria-current={current}
      onClick={onGo}
    />
  );
}

function Leave(): ReactNode {
  const { session } = useWorkplace();
  const change = (): void => {
    chooseMerchant(null);
    window.location.assign(ROOT.href);
  };
  return (
    <Group gap="xs" wrap="nowrap">
      <Text size="sm" visibleFrom="sm">
        {session.person.name}
      </Text>
      {session.merchants.length > 1 && (
        <Button variant="subtle" size="compact-md" onClick={change}>
          {shell.changeMerchant}
        </Button>
      )}
      <SignOut size="compact-md" />
    </Group>
  );
}
