import { SimpleGrid, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { Part, zoneChoices } from '../../lists';
import { programForm } from '../../words/pt';
import { ChoiceField, TextField, useField } from '../fields';
import { ProgramFrame } from '../program-frame';
import { DatesPart } from './dates-part';
import { JsonPart } from './json-part';
import { MessagesPart } from './messages-part';
import { MoneyParts } from './money-parts';
import { RulesPart } from './rules-part';
import { VouchersPart } from './vouchers-part';
import { WrongPart } from './wrong-part';

const words = programForm.frame;

/** The program as a form, which says in words what it does as one types. */
export function EditPage(): ReactNode {
  return (
    <ProgramFrame>
      <Stack gap="xl">
        <WrongPart />
        <FramePart />
        <RulesPart />
        <VouchersPart />
        <DatesPart />
        <MoneyParts />
        <MessagesPart />
        <JsonPart />
      </Stack>
    </ProgramFrame>
  );
}

function FramePart(): ReactNode {
  const { value } = useField('timezone');
  return (
    <Part title={words.title}>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <TextField path="name" label={words.name} hint={words.nameHint} maxLength={80} />
        <ChoiceField
          path="timezone"
          label={words.zone}
          hint={words.zoneHint}
          choices={zoneChoices(String(value))}
        />
      </SimpleGrid>
    </Part>
  );
}
