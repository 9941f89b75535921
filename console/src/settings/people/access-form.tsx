import { Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { api, bodyOf } from '../../api';
import { DialogForm } from '../../lists';
import { useAction } from '../../parts';
import { sessionQuery, useWorkplace } from '../../shell';
import { people, settings } from '../../words/pt';
import { peopleQuery } from '../people-query';
import type { Person } from '../people-query';
import { accessChange, isWhole } from './access';
import type { Access } from './access';
import { AccessFields } from './access-fields';

interface Props {
  person: Person;
  onSaved: (said: string) => void;
  onCancel: () => void;
}

/** Changes what somebody may. */
export function AccessForm({ person, onSaved, onCancel }: Props): ReactNode {
  const { session } = useWorkplace();
  const queries = useQueryClient();
  const { id, name } = person;
  const [access, setAccess] = useState<Access>({ role: person.role, storeIds: person.storeIds });
  const [asked, setAsked] = useState(false);
  const change = useAction(async () => {
    setAsked(true);
    if (!isWhole(access)) return;
    const body = accessChange(person, access);
    if (Object.keys(body).length === 0) return onCancel();
    await bodyOf(api.PATCH('/v1/people/{id}', { params: { path: { id } }, body }));
    await queries.invalidateQueries({ queryKey: peopleQuery.queryKey });
    // It may be oneself: then the menu changes as well.
    if (id === session.person.id) await queries.invalidateQueries({ queryKey: sessionQuery.queryKey });
    onSaved(people.changing.saved(name));
  });
  return (
    <DialogForm action={change} submit={settings.save} onCancel={onCancel}>
      <Text size="sm">{people.changing.explain(name)}</Text>
      <AccessFields access={access} onChange={setAccess} asked={asked} />
    </DialogForm>
  );
}
