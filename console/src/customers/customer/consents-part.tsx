import { Button, List, Modal, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Schema } from '../../api';
import { FactTable, Part } from '../../lists';
import { useWorkplace } from '../../shell';
import { common, customers as words } from '../../words/pt';
import { ConsentForm } from './consent-form';

type Consent = Schema<'Consent'>;

const labels = words.consents;
const CHANNELS = ['whatsapp', 'email'] as const;

interface Props {
  customerId: string;
  /** Newest first. */
  consents: readonly Consent[];
}

/** By what a customer is written to: what holds, every fact behind it, and a new one. */
export function ConsentsPart({ customerId, consents }: Props): ReactNode {
  const { clock } = useWorkplace();
  const [open, setOpen] = useState(false);
  const [said, setSaid] = useState('');
  const latest = (channel: Consent['channel']): string => {
    const newest = consents.find((one) => one.channel === channel);
    return newest ? labels.holds[newest.given ? 'given' : 'takenBack'] : labels.holds.nothing;
  };
  return (
    <Part
      title={labels.title}
      action={
        <Button variant="default" onClick={() => setOpen(true)}>
          {labels.action}
        </Button>
      }
    >
      <FactTable
        title={labels.title}
        facts={CHANNELS.map((channel) => [labels.channels[channel], latest(channel)])}
      />
      <List size="sm" spacing="xs">
        {consents.map((one) => (
          <List.Item key={one.id}>
            {labels.fact(clock.dateTime(one.at), labels.channels[one.channel], one.given)}
            <Text size="sm">{[labels.sources[one.source], nameOf(one)].filter(Boolean).join(' · ')}</Text>
            <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
              {labels.words(one.text)}
            </Text>
          </List.Item>
        ))}
      </List>
      <Text role="status">{said}</Text>
      <Modal
        opened={open}
        onClose={() => setOpen(false)}
        title={labels.action}
        closeButtonProps={{ 'aria-label': common.close }}
      >
        <Stack>
          <ConsentForm
            customerId={customerId}
            onSaved={() => {
              setOpen(false);
              setSaid(labels.saved);
            }}
            onCancel={() => setOpen(false)}
          />
        </Stack>
      </Modal>
    </Part>
  );
}

/** Who noted it; the customer's own word needs no name. */
function nameOf({ source, actor, operator }: Consent): string | null {
  return source === 'staff' ? (operator ?? actor.name) : null;
}
