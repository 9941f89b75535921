import { Group, NativeSelect } from '@mantine/core';
import type { ReactNode } from 'react';
import { DayField } from '../lists';
import { useWorkplace } from '../shell';
import { lists, reports } from '../words/pt';
import { BenefitChoice } from './benefit-choice';
import type { ReportSearch } from './report-queries';

const words = reports.filter;

interface Props {
  search: ReportSearch;
  onChange: (change: ReportSearch) => void;
}

/** Over which days, by what, and of which benefit. */
export function ReportFilters({ search: { de, ate, por, beneficio }, onChange }: Props): ReactNode {
  const { clock } = useWorkplace();
  const today = clock.localDate(new Date());
  return (
    <Group component="search" aria-label={lists.filters} align="flex-end" gap="sm">
      <DayField label={words.from} w={160} max={today} day={de} onChange={(day) => onChange({ de: day })} />
      <DayField
        label={words.until}
        w={160}
        max={today}
        day={ate}
        onChange={(day) => onChange({ ate: day })}
      />
      <BenefitChoice value={beneficio} onChoose={(chosen) => onChange({ beneficio: chosen })} />
      <NativeSelect
        label={words.by}
        w={200}
        data={[
          { value: '', label: words.byMonth },
          { value: 'origem', label: words.bySource },
        ]}
        value={por ?? ''}
        onChange={({ currentTarget: { value } }) => onChange({ por: value === 'origem' ? value : undefined })}
      />
    </Group>
  );
}
