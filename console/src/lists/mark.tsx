import { Text } from '@mantine/core';
import type { ReactNode } from 'react';

interface Props {
  /** A colour that white can be read on; undefined: plain. */
  color?: string | undefined;
  children: ReactNode;
}

/** A word that says how something stands. */
export function Mark({ color, children }: Props): ReactNode {
  const look =
    color === undefined ? { bd: '1px solid gray.5' } : { bg: color, c: 'white', bd: '1px solid transparent' };
  return (
    <Text span size="xs" fw={600} px={8} py={2} {...look} style={{ borderRadius: 4, whiteSpace: 'nowrap' }}>
      {children}
    </Text>
  );
}
