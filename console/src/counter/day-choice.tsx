import { Button, Group, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { formatLocalDate } from '../format';
import type { Clock } from '../format';
import { attempts } from '../words/pt';

interface Props {
  /** Undefined: today. */
  day: string | undefined;
  clock: Clock;
  onChange: (day: string | undefined) => void;
}

/** Today, yesterday, or a day of the calendar as the browser lets people choose one. */
export function DayChoice({ day, clock, onChange }: Props): ReactNode {
  const yesterday = dayBefore(clock);
  return (
    <Group gap="xs" align="end" role="group" aria-label={attempts.day}>
      {([undefined, yesterday] as const).map((one) => (
        <Button
          key={one ?? ''}
          mih={44}
          variant={day === one ? 'filled' : 'default'}
          aria-pressed={day === one}
          onClick={() => onChange(one)}
        >
          {one === undefined ? attempts.todayButton : attempts.yesterdayButton}
        </Button>
      ))}
      <TextInput
        type="date"
        size="lg"
        label={attempts.otherDay}
        max={clock.localDate(new Date())}
        value={day ?? ''}
        onChange={({ currentTarget }) => onChange(currentTarget.value || undefined)}
      />
    </Group>
  );
}

/** A day as it is called in the middle of a sentence. */
export function dayName(day: string | undefined, clock: Clock): string {
  if (day === undefined) return attempts.today;
  return day === dayBefore(clock) ? attempts.yesterday : formatLocalDate(day);
}

/** The date before today's by the store's clock. */
function dayBefore(clock: Clock): string {
  const noon = new Date(`${clock.localDate(new Date())}T12:00:00Z`);
  noon.setUTCDate(noon.getUTCDate() - 1);
  return noon.toISOString().slice(0, 10);
}
