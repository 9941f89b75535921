import { Alert, Button, Group, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { FailureNotice } from '../parts';
import type { Action } from '../parts';
import { common } from '../words/pt';

interface Props {
  action: Action<[], void>;
  submit: string;
  /** It takes something away. */
  takesAway?: boolean;
  /** Something has to be done first. */
  disabled?: boolean;
  /** What was sent before has no answer, and is in the form again. */
  unanswered?: boolean;
  onCancel: () => void;
  children: ReactNode;
}

/** What a dialog asks for, with why it was refused, a way on and a way back. */
export function DialogForm(props: Props): ReactNode {
  const {
    action,
    submit,
    takesAway = false,
    disabled = false,
    unanswered = false,
    onCancel,
    children,
  } = props;
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void action.run();
      }}
    >
      <Stack gap="md">
        {unanswered && action.failure === null && (
          <Alert role="alert" color="red.9" variant="outline" title={common.unanswered.title}>
            {common.unanswered.text}
          </Alert>
        )}
        {children}
        <FailureNotice failure={action.failure} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onCancel}>
            {common.cancel}
          </Button>
          <Button
            type="submit"
            loading={action.busy}
            disabled={disabled}
            {...(takesAway ? { color: 'red.9' } : {})}
          >
            {submit}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
