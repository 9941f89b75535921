import { Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { api, bodyOf } from '../../api';
import { DialogForm } from '../../lists';
import { useAction } from '../../parts';
import { sessionQuery, useWorkplace } from '../../shell';
import { people } from '../../words/pt';
import { peopleQuery } from '../people-query';

const words = people.removal;

/** Who is to go: one of the people, or somebody who was invited. */
export interface Leaving {
  id: string;
  name: string;
  invited: boolean;
}

interface Props {
  leaving: Leaving;
  onDone: (said: string) => void;
  onCancel: () => void;
}

/** Takes somebody's access away, or an invitation back. */
export function RemovalForm({ leaving: { id, name, invited }, onDone, onCancel }: Props): ReactNode {
  const { session } = useWorkplace();
  const queries = useQueryClient();
  const oneself = id === session.person.id;
  const remove = useAction(async () => {
    await bodyOf(api.DELETE('/v1/people/{id}', { params: { path: { id } } }));
    if (oneself) await queries.invalidateQueries({ queryKey: sessionQuery.queryKey });
    else await queries.invalidateQueries({ queryKey: peopleQuery.queryKey });
    onDone((invited ? words.withdrawn : words.done)(name));
  });
  return (
    <DialogForm
      action={remove}
      submit={invited ? people.invitations.withdraw : people.remove}
      takesAway
      onCancel={onCancel}
    >
      <Text>{invited ? words.invitation : oneself ? words.yourself : words.person(name)}</Text>
    </DialogForm>
  );
}
