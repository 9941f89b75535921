import { NativeSelect } from '@mantine/core';
import type { ReactNode } from 'react';
import { reports } from '../words/pt';
import type { ReportSearch } from './report-queries';

interface Props {
  value: ReportSearch['beneficio'];
  onChoose: (value: ReportSearch['beneficio']) => void;
}

/** Of which benefit. */
export function BenefitChoice({ value, onChoose }: Props): ReactNode {
  return (
    <NativeSelect
      label={reports.filter.benefit}
      w={150}
      data={[
        { value: '', label: reports.benefits.cashback },
        { value: 'pontos', label: reports.benefits.pontos },
        { value: 'vales', label: reports.benefits.vales },
      ]}
      value={value ?? ''}
      onChange={({ currentTarget: { value: chosen } }) =>
        onChoose(chosen === 'pontos' || chosen === 'vales' ? chosen : undefined)
      }
    />
  );
}
