import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { api, bodyOf } from '../api';
import { DialogForm, Mark } from '../lists';
import { useAction } from '../parts';
import { useWorkplace } from '../shell';
import { activation as words } from '../words/pt';
import { useShowActivation } from './activation-query';
import type { Activation } from './activation-query';

type Deed = 'goLive' | 'pause';

/** Whether customers are written to, and the way to the other. */
export function LivePart({ activation: { live, liveAt, mayGoLive } }: { activation: Activation }): ReactNode {
  const { clock } = useWorkplace();
  const show = useShowActivation();
  // What was asked for stays what is done, also where somebody else has done it meanwhile.
  const [asked, setAsked] = useState<Deed>(live ? 'pause' : 'goLive');
  const [asking, setAsking] = useState(false);
  const move = useAction(async () => {
    show(await bodyOf(api.POST(asked === 'pause' ? '/v1/activation/pause' : '/v1/activation/go-live')));
    setAsking(false);
  });
  const ask = (): void => {
    setAsked(live ? 'pause' : 'goLive');
    setAsking(true);
  };
  const close = (): void => {
    move.clear();
    setAsking(false);
  };
  return (
    <Stack gap="sm" align="start">
      <Group gap="xs">
        <Mark color={live ? 'indigo.7' : 'red.9'}>{live ? words.live.now : words.live.not}</Mark>
        {liveAt !== null && <Text size="sm">{words.live.since(clock.dateTime(liveAt))}</Text>}
      </Group>
      <Text>{live ? words.live.text : words.live.notText}</Text>
      {!live && !mayGoLive && <Text size="sm">{words.goLive.barred}</Text>}
      <Button disabled={!live && !mayGoLive} {...(live ? { variant: 'default' } : {})} onClick={ask}>
        {words[live ? 'pause' : 'goLive'].act}
      </Button>
      <Modal opened={asking} onClose={close} title={words[asked].title}>
        <DialogForm action={move} submit={words[asked].act} takesAway={asked === 'pause'} onCancel={close}>
          <Text>{words[asked].text}</Text>
        </DialogForm>
      </Modal>
    </Stack>
  );
}
