import { Button, Modal, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { api, bodyOf } from '../../api';
import type { Schema } from '../../api';
import { Part } from '../../lists';
import { FailureNotice, useAction } from '../../parts';
import { sessionQuery, useWorkplace } from '../../shell';
import { ownAccess } from '../../words/pt';
import { RemoveSecondFactorForm } from './remove-second-factor-form';
import { SetUpForm } from './set-up-form';

const words = ownAccess.secondFactor;

/** One's second factor: whether there is one, and how it comes and goes. */
export function SecondFactorPart(): ReactNode {
  const { session } = useWorkplace();
  const queries = useQueryClient();
  const [secret, setSecret] = useState<Schema<'SecondFactorSecret'> | null>(null);
  const [removing, setRemoving] = useState(false);
  const begin = useAction(async () => setSecret(await bodyOf(api.POST('/v1/second-factor'))));
  const { secondFactor } = session.person;
  const lookAgain = (): Promise<void> => queries.invalidateQueries({ queryKey: sessionQuery.queryKey });
  const done = async (): Promise<void> => {
    await lookAgain();
    setRemoving(false);
  };
  return (
    <Part
      title={words.title}
      action={
        secondFactor ? (
          <Button variant="default" onClick={() => setRemoving(true)}>
            {words.remove}
          </Button>
        ) : (
          <Button loading={begin.busy} onClick={() => void begin.run()}>
            {words.setUp}
          </Button>
        )
      }
    >
      <Text role="status">{secondFactor ? words.on : words.off}</Text>
      <FailureNotice failure={begin.failure} />
      <Modal opened={secret !== null} onClose={() => setSecret(null)} title={words.setUpTitle}>
        {secret && <SetUpForm {...secret} onConfirmed={lookAgain} onClose={() => setSecret(null)} />}
      </Modal>
      <Modal opened={removing} onClose={() => setRemoving(false)} title={words.removeTitle}>
        {removing && <RemoveSecondFactorForm onDone={done} onCancel={() => setRemoving(false)} />}
      </Modal>
    </Part>
  );
}
