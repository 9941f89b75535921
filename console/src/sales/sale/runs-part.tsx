import { Anchor, List } from '@mantine/core';
import type { ReactNode } from 'react';
import { Part } from '../../lists';
import { sale as words } from '../../words/pt';
import type { Sale } from './sale-query';

const labels = words.runs;

/** The workflows behind the sale, with the way to each in Temporal's own pages where there are such. */
export function RunsPart({ runs }: Pick<Sale, 'runs'>): ReactNode {
  return (
    <Part title={labels.title}>
      <List size="sm">
        {runs.map(({ kind, workflowId, url }) => (
          <List.Item key={workflowId} style={{ overflowWrap: 'anywhere' }}>
            {labels.kinds[kind]}:{' '}
            {url === null ? (
              workflowId
            ) : (
              <Anchor href={url} target="_blank" rel="noreferrer" size="sm">
                {labels.open(workflowId)}
              </Anchor>
            )}
          </List.Item>
        ))}
      </List>
    </Part>
  );
}
