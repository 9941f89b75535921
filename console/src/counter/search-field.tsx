import { TextInput } from '@mantine/core';
import type { KeyboardEvent, ReactNode, Ref } from 'react';
import { counter } from '../words/pt';
import type { SearchControl } from './use-search';

interface Props {
  ref: Ref<HTMLInputElement>;
  search: SearchControl;
  disabled: boolean;
  /** Enter was pressed. */
  onEnter: (text: string) => Promise<void>;
  /** Something else is typed. */
  onType: () => void;
}

/** The one field of the counter. It has the focus at the start and after each customer. */
export function SearchField({ ref, search, disabled, onEnter, onType }: Props): ReactNode {
  const press = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') void onEnter(search.typed);
  };
  return (
    <search>
      <TextInput
        ref={ref}
        label={counter.search.label}
        description={counter.search.hint}
        size="xl"
        autoFocus
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        disabled={disabled}
        value={search.typed}
        onChange={({ currentTarget }) => {
          onType();
          search.type(currentTarget.value);
        }}
        onKeyDown={press}
      />
    </search>
  );
}
