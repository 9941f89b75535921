import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { StoreName, storeUnnamed } from '../stores';
import { reports, sales } from '../words/pt';
import { NO_SOURCE } from './behind-queries';
import type { SourceSearch } from './behind-queries';

const { source: words } = reports;

interface Props {
  search: SourceSearch;
  onLeave: () => void;
}

/** Of which store and channel a list is, and the way to see those of all. */
export function SourceLeave({ search: { loja, canal }, onLeave }: Props): ReactNode {
  if (loja === undefined && canal === undefined) return null;
  return (
    <Button variant="default" onClick={onLeave}>
      {words.leave}{' '}
      {loja === undefined ? null : loja === NO_SOURCE ? (
        storeUnnamed(canal ?? NO_SOURCE)
      ) : (
        <StoreName said={loja} />
      )}
      {loja === undefined || canal === undefined ? null : ', '}
      {canal === undefined ? null : canal === NO_SOURCE ? words.noChannel : sales.channels[canal]}
    </Button>
  );
}
