import { Group } from '@mantine/core';
import { useLocation } from '@tanstack/react-router';
import type { ComponentProps, ReactNode } from 'react';
import { PageLink } from '../shell';

interface Props {
  label: string;
  ways: readonly { to: NonNullable<ComponentProps<typeof PageLink>['to']>; label: string }[];
}

/** The pages of one room, with the one that is open marked. */
export function Ways({ label, ways }: Props): ReactNode {
  const { pathname } = useLocation();
  return (
    <Group component="nav" aria-label={label} gap="md">
      {ways.map(({ to, label: name }) => (
        <PageLink key={to} to={to} underline={pathname === to ? 'always' : 'hover'}>
          {name}
        </PageLink>
      ))}
    </Group>
  );
}
