import '@mantine/core/styles/Checkbox.css';
import { Button, Checkbox, Group, Paper, SimpleGrid, Stack, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import type { FormEvent, ReactNode } from 'react';
import { api, bodyOf } from '../api';
import type { Registered } from '../api';
import { FailureNotice, useAction, useCallKey } from '../parts';
import { counter } from '../words/pt';
import { useIsHere } from './use-is-here';
import styles from './counter.module.css';

interface Props {
  /** What was looked for in vain: nobody types it twice. */
  typed: { text: string; readAs: string };
  storeId: string | null;
  onRegistered: (registered: Registered) => void;
}

const WORDS = counter.register;
type Fields = Record<'name' | 'document' | 'phone' | 'email', string>;

/** Registers somebody new, only when staff say so. */
export function RegisterForm({ typed, storeId, onRegistered }: Props): ReactNode {
  const [fields, setFields] = useState<Fields>(() => prefilled(typed));
  const [consent, setConsent] = useState(false);
  const isHere = useIsHere();
  // Pressed again after a lost answer, nobody is registered twice; what was corrected is another call.
  const keyFor = useCallKey();
  const register = useAction(async () => {
    const marks = Object.entries(fields).flatMap(([name, value]) =>
      value.trim() ? [[name, value.trim()]] : [],
    );
    const body = {
      ...(Object.fromEntries(marks) as Partial<Fields>),
      name: fields.name.trim(),
      consents: consent ? [{ channel: 'whatsapp' as const, given: true, text: WORDS.consent }] : [],
      ...(storeId === null ? {} : { storeId }),
    };
    const header = { 'Idempotency-Key': keyFor(body) };
    const registered = await bodyOf(api.POST('/v1/customers', { params: { header }, body }));
    if (isHere.current) onRegistered(registered);
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void register.run();
  };
  const marked = [fields.document, fields.phone, fields.email].some((value) => value.trim() !== '');
  return (
    <Paper withBorder p="md" component="form" onSubmit={submit} aria-label={WORDS.title} noValidate>
      <Stack gap="md">
        <Title order={2} size="h3">
          {WORDS.title}
        </Title>
        <FailureNotice failure={register.failure} />
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          {(['name', 'document', 'phone', 'email'] as const).map((name) => (
            <TextInput
              key={name}
              label={WORDS[name]}
              size="lg"
              autoComplete="off"
              inputMode={MODES[name]}
              required={name === 'name'}
              value={fields[name]}
              onChange={({ currentTarget }) => setFields({ ...fields, [name]: currentTarget.value })}
            />
          ))}
        </SimpleGrid>
        <Checkbox
          className={styles['target']}
          size="md"
          label={WORDS.consent}
          description={WORDS.consentHint}
          checked={consent}
          onChange={({ currentTarget }) => setConsent(currentTarget.checked)}
        />
        <Group justify="flex-end">
          <Button size="lg" type="submit" loading={register.busy} disabled={!fields.name.trim() || !marked}>
            {WORDS.submit}
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}

const MODES = { name: 'text', document: 'numeric', phone: 'tel', email: 'email' } as const;

function prefilled({ text, readAs }: Props['typed']): Fields {
  const none = { name: '', document: '', phone: '', email: '' };
  return readAs in none ? { ...none, [readAs]: text } : none;
}
