import { Button, List, Modal, Text } from '@mantine/core';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { formatMoney } from '../../format';
import { Part, whoDid } from '../../lists';
import { useWorkplace } from '../../shell';
import { sale as words } from '../../words/pt';
import { ReturnForm } from './return-form';
import type { Sale } from './sale-query';

const labels = words.returns;

/** What came back of the sale, and a way to say that something did. */
export function ReturnsPart({ sale: { id, returns } }: { sale: Sale }): ReactNode {
  const { clock } = useWorkplace();
  const [state, setState] = useState<'closed' | 'open' | 'saved'>('closed');
  return (
    <Part
      title={labels.title}
      action={
        <Button variant="default" size="compact-md" onClick={() => setState('open')}>
          {labels.add}
        </Button>
      }
    >
      {returns.length === 0 && <Text>{labels.none}</Text>}
      <List size="sm">
        {returns.map(({ id: returnId, at, amountCents, items, reason, operator, key }) => (
          <List.Item key={returnId}>
            {labels.row(formatMoney(amountCents), clock.dateTime(at))}
            {` ${labels.by(whoDid({ operator, key }) ?? labels.nobody)}`}
            <Text size="xs" c="dimmed">
              {[
                ...items.map(({ sku, quantity }) => labels.item(sku, quantity)),
                ...(reason ? [reason] : []),
              ].join(' · ')}
            </Text>
          </List.Item>
        ))}
      </List>
      <Text size="sm" role="status">
        {state === 'saved' && labels.saved}
      </Text>
      <Modal opened={state === 'open'} onClose={() => setState('closed')} title={labels.add}>
        <ReturnForm saleId={id} onSaved={() => setState('saved')} onCancel={() => setState('closed')} />
      </Modal>
    </Part>
  );
}
