import { Box, Group, Text } from '@mantine/core';
import { createLink } from '@tanstack/react-router';
import { Fragment } from 'react';
import type { ComponentPropsWithRef, ReactNode } from 'react';

/** The values of a month, side by side. */
interface MonthValues {
  /** `11/2026`. */
  label: string;
  values: readonly number[];
}

interface Props {
  /** What it shows, for whoever cannot see it: the numbers stand in the table below. */
  title: string;
  series: readonly string[];
  months: readonly MonthValues[];
  write: (value: number) => string;
  /** A `BarLink` around a bar, or the bar alone where nothing is behind it. */
  open: (bar: DrawnBar) => ReactNode;
}

interface DrawnBar {
  /** Which of the months. */
  place: number;
  /** Which of the series. */
  at: number;
  /** What it is of, and its value. */
  said: string;
  drawn: ReactNode;
}

const [HEIGHT, FLOOR, BAR, GAP] = [160, 24, 28, 24] as const;
const COLORS = ['gray-6', 'indigo-7', 'teal-8'].map((name) => `var(--mantine-color-${name})`);

/** A link within a drawing. */
export const BarLink = createLink((props: ComponentPropsWithRef<'a'>) => <a {...props} />);

/** Bars for each month, all from zero on one scale, moved sideways where they are many; each opens what is behind it. */
export function MonthBars({ title, series, months, write, open }: Props): ReactNode {
  const most = Math.max(1, ...months.flatMap(({ values }) => values));
  const slot = series.length * BAR + GAP;
  const width = months.length * slot;
  return (
    <Box>
      <Legend series={series} most={write(most)} />
      <Box role="group" aria-label={title} tabIndex={0} style={{ overflowX: 'auto' }}>
        <svg
          viewBox={`0 0 ${width} ${HEIGHT + FLOOR}`}
          style={{ width: '100%', minWidth: width, maxWidth: width * 1.5, height: 'auto', display: 'block' }}
        >
          <line x1={0} x2={width} y1={HEIGHT} y2={HEIGHT} stroke="var(--mantine-color-gray-6)" />
          {months.map(({ label, values }, place) => (
            <g key={place} transform={`translate(${place * slot + GAP / 2} 0)`}>
              {values.map((value, at) => {
                const said = `${label}, ${series[at] ?? ''}: ${write(value)}`;
                const drawn = <Bar at={at} share={Math.max(0, value) / most} said={said} />;
                return <Fragment key={series[at]}>{open({ place, at, said, drawn })}</Fragment>;
              })}
              <text
                x={(values.length * BAR) / 2}
                y={HEIGHT + 16}
                fontSize={11}
                textAnchor="middle"
                fill="currentColor"
              >
                {label}
              </text>
            </g>
          ))}
        </svg>
      </Box>
    </Box>
  );
}

/** Which colour is what, and how much the highest bar may be. */
function Legend({ series, most }: { series: readonly string[]; most: string }): ReactNode {
  return (
    <Group gap="md">
      {series.map((name, at) => (
        <Group key={name} gap={6}>
          <Box w={12} h={12} bg={COLORS[at]} />
          <Text size="sm">{name}</Text>
        </Group>
      ))}
      <Text size="sm">{most} ▲</Text>
    </Group>
  );
}

/** One bar; as high as the drawing for a finger. */
function Bar({ at, share, said }: { at: number; share: number; said: string }): ReactNode {
  const height = share * (HEIGHT - FLOOR);
  return (
    <g>
      <title>{said}</title>
      <rect x={at * BAR} width={BAR} height={HEIGHT} fill="transparent" />
      <rect x={at * BAR} y={HEIGHT - height} width={BAR - 2} height={height} fill={COLORS[at]} />
    </g>
  );
}
