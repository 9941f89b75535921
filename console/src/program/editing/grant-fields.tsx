import { NativeSelect } from '@mantine/core';
import type { ReactNode } from 'react';
import { programForm } from '../../words/pt';
import { readAt, useDrafting } from '../draft';
import type { Json } from '../draft';
import { ChoiceField, NumberField } from '../fields';
import { FRESH_VOUCHER } from './fresh-voucher';

const words = programForm.grant;
const TYPES = ['cashback', 'points', 'voucher'] as const;
type GrantType = (typeof TYPES)[number];

/** What of a rule counts in the unit of what it gives, and so cannot stay when that changes. */
const OF_UNIT = [
  ...['bonusCents', 'bonusPoints', 'capPerSaleCents', 'capPerSalePoints', 'budgetCents', 'budgetPoints'],
  ...['capPerCustomerPerMonthCents', 'capPerCustomerPerMonthPoints', 'multiplierMilli'],
];

/** What a rule gives: cashback, points or a voucher, and how much. */
export function GrantFields({ path }: { path: string }): ReactNode {
  const { draft, replace } = useDrafting();
  const type = grantType(readAt(draft, `${path}.grant.type`));
  const vouchers = Object.keys(readAt(draft, 'vouchers') ?? {});
  const change = (next: GrantType): void => {
    const place = Number(/\d+/.exec(path)?.[0]);
    const name = vouchers[0] ?? FRESH_VOUCHER.name;
    const rules = readAt(draft, 'earning.rules') as Record<string, Json>[];
    const changed = rules.map((rule, at) => (at === place ? granting(rule, next, name) : rule));
    replace({
      ...draft,
      earning: { ...(draft['earning'] as object), rules: changed },
      ...(next === 'voucher' && vouchers.length === 0
        ? { vouchers: { [name]: FRESH_VOUCHER.template } }
        : {}),
    });
  };
  return (
    <>
      <NativeSelect
        label={words.type}
        data={TYPES.map((value) => ({ value, label: words.types[value] }))}
        value={type}
        onChange={({ currentTarget }) => change(grantType(currentTarget.value))}
      />
      {type === 'cashback' && <NumberField path={`${path}.grant.rateBps`} kind="rate" label={words.rate} />}
      {type === 'points' && (
        <>
          <NumberField path={`${path}.grant.points`} kind="whole" label={words.points} />
          <NumberField path={`${path}.grant.perCents`} kind="money" label={words.perCents} />
        </>
      )}
      {type === 'voucher' && (
        <ChoiceField
          path={`${path}.grant.template`}
          label={words.template}
          choices={named(vouchers, readAt(draft, `${path}.grant.template`))}
        />
      )}
    </>
  );
}

/** The vouchers there are, and the one that is meant although it is gone. */
function named(vouchers: readonly string[], meant: Json): { value: string; label: string }[] {
  const gone = typeof meant === 'string' && !vouchers.includes(meant) ? [meant] : [];
  const all = [...gone, ...vouchers];
  return all.length === 0
    ? [{ value: '', label: words.noTemplate }]
    : all.map((name) => ({ value: name, label: name }));
}

function grantType(value: Json): GrantType {
  return TYPES.find((type) => type === value) ?? 'cashback';
}

function granting(rule: Record<string, Json>, type: GrantType, template: string): Record<string, Json> {
  const kept = Object.fromEntries(Object.entries(rule).filter(([name]) => !OF_UNIT.includes(name)));
  const grant = {
    cashback: { type, rateBps: 500 },
    points: { type, points: 1, perCents: 100 },
    voucher: { type, template },
  }[type];
  return { ...kept, grant };
}
