import { Table } from '@mantine/core';
import type { TableProps } from '@mantine/core';
import type { ReactNode } from 'react';
import { lists } from '../words/pt';

interface Props extends Pick<TableProps, 'verticalSpacing'> {
  /** What it shows. A part of the page may be called the same. */
  title: string;
  /** Narrower than this it is moved sideways, with the keyboard too. */
  minWidth: number;
  children: ReactNode;
}

/** A table that never makes the page wider than its window. */
export function WideTable({ title, minWidth, children, ...look }: Props): ReactNode {
  return (
    <Table.ScrollContainer
      minWidth={minWidth}
      scrollAreaProps={{ viewportProps: { tabIndex: 0, role: 'region', 'aria-label': lists.table(title) } }}
    >
      <Table aria-label={title} {...look}>
        {children}
      </Table>
    </Table.ScrollContainer>
  );
}
