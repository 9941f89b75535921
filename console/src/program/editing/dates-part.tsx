import { SimpleGrid, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { Part } from '../../lists';
import { programForm } from '../../words/pt';
import { ChoiceField, OptionalDuration, useField } from '../fields';

const words = programForm.dates;
const ROUND_UPS = [
  { value: undefined, label: words.roundUps.none },
  { value: 'day', label: words.roundUps.day },
  { value: 'month', label: words.roundUps.month },
];

/** From when on a benefit can be used, and until when. */
export function DatesPart(): ReactNode {
  const { value: expiry } = useField('expiry');
  return (
    <Part title={words.title}>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <OptionalDuration
          path="holding.after"
          label={words.holding}
          question={words.held}
          none="PT0S"
          begin="P8D"
        />
        <Stack gap="xs">
          <OptionalDuration
            path="expiry.after"
            whole="expiry"
            label={words.expiry}
            hint={words.expiryHint}
            question={words.expires}
            none={undefined}
            begin={{ after: 'P90D', roundUpTo: 'day' }}
          />
          {expiry !== undefined && (
            <ChoiceField path="expiry.roundUpTo" label={words.roundUp} choices={ROUND_UPS} />
          )}
        </Stack>
      </SimpleGrid>
    </Part>
  );
}
