import { Button, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { FailureNotice } from '../parts';
import type { Action } from '../parts';
import { signing } from '../words/pt';
import { Sheet } from './sheet';

interface Props {
  enter: Action<[code?: string], void>;
  onBack: () => void;
  /** What going back is called. */
  backText?: string;
}

/** The second step: the code of the authenticator, or one of those kept for when it is lost. */
export function CodeForm({ enter, onBack, backText }: Props): ReactNode {
  const [code, setCode] = useState('');
  const words = signing.secondFactor;
  return (
    <Sheet title={words.title} onSubmit={() => void enter.run(code.replace(/\s/g, ''))}>
      <Text>{words.explain}</Text>
      <FailureNotice failure={enter.failure} />
      <TextInput
        label={words.code}
        autoComplete="one-time-code"
        size="md"
        autoFocus
        required
        value={code}
        onChange={({ currentTarget }) => setCode(currentTarget.value)}
      />
      <Button type="submit" size="md" loading={enter.busy} disabled={!code.trim()}>
        {words.continue}
      </Button>
      <Button variant="subtle" onClick={onBack}>
        {backText ?? words.back}
      </Button>
    </Sheet>
  );
}
