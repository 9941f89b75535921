import { Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { api, bodyOf } from '../../api';
import { DialogForm } from '../../lists';
import { useAction } from '../../parts';
import { useWorkplace } from '../../shell';
import { keys } from '../../words/pt';
import { keysQuery } from './key-query';
import type { Key } from './key-query';

const words = keys.revoke;

interface Props {
  of: Key;
  onDone: (said: string) => void;
  onCancel: () => void;
}

/** Revokes a key, after saying what stops working by it. */
export function RevokeForm({ of: { id, label, scope, usedAt }, onDone, onCancel }: Props): ReactNode {
  const { clock } = useWorkplace();
  const queries = useQueryClient();
  const revoke = useAction(async () => {
    await bodyOf(api.DELETE('/v1/keys/{id}', { params: { path: { id } } }));
    await queries.invalidateQueries({ queryKey: keysQuery.queryKey });
    onDone(words.done(label));
  });
  return (
    <DialogForm action={revoke} submit={words.action} takesAway onCancel={onCancel}>
      <Text fw={600}>{words.breaks[scope]}</Text>
      <Text>{usedAt === null ? words.unused : words.used(clock.dateTime(usedAt))}</Text>
      <Text>{words.atOnce}</Text>
    </DialogForm>
  );
}
