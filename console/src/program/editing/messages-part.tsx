import { Button, Group, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { Part } from '../../lists';
import { programForm } from '../../words/pt';
import { ChecksField, DurationField, SwitchField, useField } from '../fields';

const words = programForm.messages;
const CHANNELS = (['whatsapp', 'email'] as const).map((value) => ({
  value,
  label: words.channelNames[value],
}));
const BOTH = ['whatsapp', 'email'];
/** What a message begins as once it is turned on. */
const BEGIN = {
  earned: { channels: BOTH },
  expiring: { before: ['P7D', 'P1D'], channels: BOTH, fair: true },
  expired: { channels: BOTH },
  returned: { channels: BOTH },
  repurchase: { after: 'P45D', channels: BOTH },
} as const;
const KINDS = ['earned', 'expiring', 'expired', 'returned', 'repurchase'] as const;

/** What customers are told, and by which way. */
export function MessagesPart(): ReactNode {
  return (
    <Part title={words.title}>
      <Text size="sm">{words.intro}</Text>
      <Stack gap="md">
        {KINDS.map((kind) => (
          <Message key={kind} kind={kind} />
        ))}
      </Stack>
    </Part>
  );
}

function Message({ kind }: { kind: (typeof KINDS)[number] }): ReactNode {
  const path = `messages.${kind}`;
  const { value } = useField(path);
  const label = words.kinds[kind];
  return (
    <Stack gap="xs">
      <SwitchField path={path} label={label} on={BEGIN[kind]} off={undefined} />
      {value !== undefined && (
        <Stack gap="xs" pl="xl">
          {kind === 'expiring' && <Reminders />}
          {kind === 'repurchase' && <DurationField path="messages.repurchase.after" label={words.after} />}
          {kind === 'expiring' && (
            <SwitchField path="messages.expiring.fair" label={words.fair} hint={words.fairHint} />
          )}
          <ChecksField path={`${path}.channels`} label={words.channels(label)} choices={CHANNELS} some />
        </Stack>
      )}
    </Stack>
  );
}

const BEFORE = 'messages.expiring.before';

function Reminders(): ReactNode {
  const { value, set } = useField(BEFORE);
  const before = Array.isArray(value) ? (value as string[]) : [];
  return (
    <>
      {before.map((_text, place) => (
        <Group key={place} align="end" gap="xs">
          <DurationField path={`${BEFORE}[${place}]`} label={words.before(place + 1)} />
          {before.length > 1 && (
            <Button
              variant="default"
              aria-label={words.removeBefore(place + 1)}
              onClick={() => set(before.toSpliced(place, 1))}
            >
              {programForm.rules.removeShort}
            </Button>
          )}
        </Group>
      ))}
      <div>
        <Button variant="default" size="compact-md" onClick={() => set([...before, 'P3D'])}>
          {words.addBefore}
        </Button>
      </div>
    </>
  );
}
