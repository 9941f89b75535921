import { Box, Group, Text } from '@mantine/core';
import { createLink } from '@tanstack/react-router';
import type { ComponentPropsWithRef, ReactNode } from 'react';
import { lastDayOf } from '../../format';
import { simulations } from '../../words/pt';

/** Two values of a month, side by side. */
export interface MonthPair {
  /** `2026-11`. */
  month: string;
  label: string;
  values: readonly [number, number];
}

interface Props {
  /** What it shows, for whoever cannot see it: the numbers stand in the table below. */
  title: string;
  series: readonly [string, string];
  months: readonly MonthPair[];
  write: (value: number) => string;
}

const [HEIGHT, FLOOR, SLOT, BAR] = [160, 24, 64, 24];
const COLORS = ['var(--mantine-color-gray-6)', 'var(--mantine-color-indigo-7)'] as const;

/** A link within a drawing. */
const Linked = createLink((props: ComponentPropsWithRef<'a'>) => <a {...props} />);

/** Pairs of bars, a pair a month, all from zero on one scale; each opens the sales of its month. */
export function MonthBars({ title, series, months, write }: Props): ReactNode {
  const most = Math.max(1, ...months.flatMap(({ values }) => values));
  const width = Math.max(1, months.length) * SLOT;
  const height = (value: number): number => (Math.max(0, value) / most) * (HEIGHT - FLOOR);
  return (
    <Box>
      <Group gap="md">
        {series.map((name, at) => (
          <Group key={name} gap={6}>
            <Box w={12} h={12} bg={COLORS[at]} />
            <Text size="sm">{name}</Text>
          </Group>
        ))}
        <Text size="sm">{write(most)} ▲</Text>
      </Group>
      <svg
        role="group"
        aria-label={title}
        viewBox={`0 0 ${width} ${HEIGHT + FLOOR}`}
        style={{ width: '100%', maxWidth: width * 1.5, height: 'auto', display: 'block' }}
      >
        <line x1={0} x2={width} y1={HEIGHT} y2={HEIGHT} stroke="var(--mantine-color-gray-6)" />
        {months.map(({ month, label, values }, place) => (
          <Linked
            key={month}
            to="/vendas"
            search={{ de: `${month}-01`, ate: lastDayOf(month) }}
            aria-label={simulations.liability.open(label)}
          >
            <g transform={`translate(${place * SLOT + (SLOT - 2 * BAR) / 2} 0)`}>
              <rect width={2 * BAR} height={HEIGHT + FLOOR} fill="transparent" />
              {values.map((value, at) => (
                <rect
                  key={COLORS[at]}
                  x={at * BAR}
                  y={HEIGHT - height(value)}
                  width={BAR - 2}
                  height={height(value)}
                  fill={COLORS[at]}
                >
                  <title>{`${label}, ${series[at] ?? ''}: ${write(value)}`}</title>
                </rect>
              ))}
              <text x={BAR} y={HEIGHT + 16} fontSize={11} textAnchor="middle" fill="currentColor">
                {label}
              </text>
            </g>
          </Linked>
        ))}
      </svg>
    </Box>
  );
}
