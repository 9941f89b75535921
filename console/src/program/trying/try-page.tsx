import { SegmentedControl, Stack, Text } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { Part } from '../../lists';
import { programTry as words } from '../../words/pt';
import { useDrafting } from '../draft';
import { DraftStanding } from '../draft-standing';
import { ProgramFrame } from '../program-frame';
import { PastSales } from './past-sales';
import { TriedPart } from './tried-part';
import type { TrySale, TypedSale } from './try-query';
import { TypedSaleForm } from './typed-sale-form';

const route = getRouteApi('/inside/programa/experimentar');
const KINDS = (['past', 'typed'] as const).map((value) => ({ value, label: words.kinds[value] }));

/** The draft on one sale, of the past or typed in, beside the version in force. */
export function TryPage(): ReactNode {
  return (
    <ProgramFrame>
      <TryParts />
    </ProgramFrame>
  );
}

function TryParts(): ReactNode {
  const { venda: saleId } = route.useSearch();
  const { errors } = useDrafting();
  const [kind, setKind] = useState<'past' | 'typed'>('past');
  const [typed, setTyped] = useState<TypedSale | null>(null);
  const on: TrySale | null = kind === 'past' ? (saleId ? { saleId } : null) : typed && { sale: typed };
  return (
    <Stack gap="lg">
      <Part title={words.title}>
        <Text size="sm">{words.intro}</Text>
        <DraftStanding same={words.same} />
        <SegmentedControl
          aria-label={words.which}
          data={KINDS}
          value={kind}
          onChange={(value) => setKind(value === 'typed' ? 'typed' : 'past')}
        />
        {kind === 'past' ? <PastSales /> : <TypedSaleForm onTry={setTyped} />}
      </Part>
      {on && errors.size === 0 && <TriedPart on={on} />}
    </Stack>
  );
}
