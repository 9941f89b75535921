import { Button, List, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { api, bodyOf } from '../api';
import type { Clock } from '../format';
import { FailureNotice, useAction } from '../parts';
import { useWorkplace } from '../shell';
import { activation as words } from '../words/pt';
import { useShowActivation } from './activation-query';
import type { Activation } from './activation-query';

type Tested = Activation['channels'][number];
type Channel = Tested['channel'];
const { test } = words;

/** A message to whoever asks, by the channels that are set up, and when one last went out by each. */
export function TestPart({ activation: { channels } }: { activation: Activation }): ReactNode {
  const { clock } = useWorkplace();
  const show = useShowActivation();
  const [phone, setPhone] = useState('');
  const [said, setSaid] = useState('');
  const send = useAction(async (channel: Channel) => {
    setSaid('');
    const body = channel === 'email' ? { channel } : { channel, phone: phone.trim() };
    const { text, activation } = await bodyOf(api.POST('/v1/activation/test-message', { body }));
    setSaid(text);
    show(activation);
  });
  const has = (wanted: Channel): boolean => channels.some(({ channel }) => channel === wanted);
  return (
    <>
      <Text size="sm">{test.hint}</Text>
      <List size="sm">
        {channels.map((one) => (
          <List.Item key={one.channel}>{whatBecameOf(one, clock)}</List.Item>
        ))}
      </List>
      {has('email') && (
        <Button variant="default" loading={send.busy} onClick={() => void send.run('email')}>
          {test.email}
        </Button>
      )}
      {has('whatsapp') && (
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void send.run('whatsapp');
          }}
        >
          <Stack gap="sm" align="start">
            <TextInput
              label={test.phone}
              description={test.phoneHint}
              type="tel"
              autoComplete="tel"
              maxLength={60}
              value={phone}
              onChange={({ currentTarget }) => setPhone(currentTarget.value)}
            />
            <Button type="submit" variant="default" loading={send.busy} disabled={!phone.trim()}>
              {test.whatsapp}
            </Button>
          </Stack>
        </form>
      )}
      <FailureNotice failure={send.failure} />
      <Text size="sm" role="status">
        {said}
      </Text>
    </>
  );
}

/** What is known of the last test by a channel. */
function whatBecameOf({ channel, testedAt, arrivedAt, failure }: Tested, clock: Clock): string {
  const name = test.of[channel];
  if (testedAt === null) return test.untested(name);
  if (failure !== null) return test.failed(name, clock.dateTime(testedAt), failure);
  return arrivedAt === null
    ? test.tested(name, clock.dateTime(testedAt))
    : test.arrived(name, clock.dateTime(arrivedAt));
}
