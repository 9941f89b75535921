import { dateWords, formatCents, formatPoints } from '../../loyalty';
import { brazilianMoment } from '../../messaging';
import { escapeHtml } from '../http';
import type { DatedAmount, OwnBenefits, OwnPage } from './read-own-page';

/** More dates than anybody plans by: what comes after them is told as one. */
const DATES = 8;

/** What somebody can use now, until when, and what is still to come. */
export function balancePart({ program }: OwnPage, benefits: OwnBenefits): string {
  const { cashback, points, today } = benefits;
  const worth = program ? points.activePoints * program.redemption.pointValueCents : 0;
  const sums = [
    ...(cashback.activeCents > 0 ? [formatCents(cashback.activeCents)] : []),
    ...(points.activePoints > 0
      ? [`${formatPoints(points.activePoints)}${worth > 0 ? ` (${formatCents(worth)})` : ''}`]
      : []),
  ];
  const shown = sums.length > 0 ? sums : [formatCents(0)];
  return [
    '<section aria-labelledby="saldo"><h2 id="saldo">Seu saldo para usar</h2>',
    `<p class="soft">Em ${dateWords(today)}</p>`,
    ...shown.map((sum) => `<p class="sum">${escapeHtml(sum)}</p>`),
    ...(sums.length === 0
      ? ['<p>Agora não há saldo para usar. Identifique-se nas suas compras para ganhar.</p>']
      : []),
    ...sentences(benefits).map((text) => `<p>${escapeHtml(text)}</p>`),
    dated('Quando vence', endings(benefits)),
    dated('Ainda vai ser liberado', releases(benefits)),
    '</section>',
  ].join('');
}

/** What is neither to be used nor to come. */
function sentences({ cashback, points }: OwnBenefits): string[] {
  const reserved = amount(cashback.reservedCents, points.reservedPoints);
  const debt = amount(cashback.debtCents, points.debtPoints);
  return [
    ...(reserved === null ? [] : [`${reserved} em uso numa compra que está sendo fechada.`]),
    ...(debt === null
      ? []
      : [
          `${debt} a acertar, por uma compra devolvida ou cancelada: os próximos ganhos acertam isso primeiro.`,
        ]),
  ];
}

function endings({ ending }: OwnBenefits): string[] {
  return told(
    ending,
    (what, when) => `${what}: use até ${when}`,
    (what) => `${what}: vence depois disso`,
  );
}

function releases({ pending }: OwnBenefits): string[] {
  return told(
    pending,
    (what, when) => `${what}: a partir de ${when}`,
    (what) => `${what}: depois disso`,
  );
}

/** One text a moment, and one for all that come after. */
function told(
  all: readonly DatedAmount[],
  text: (what: string, when: string) => string,
  later: (what: string) => string,
): string[] {
  const rest = all.slice(DATES);
  const sum = (of: 'cents' | 'points'): number => rest.reduce((total, one) => total + one[of], 0);
  const left = amount(sum('cents'), sum('points'));
  return [
    ...all
      .slice(0, DATES)
      .map(({ cents, points, at }) => text(amount(cents, points) ?? '', brazilianMoment(at))),
    ...(left === null ? [] : [later(left)]),
  ];
}

function dated(heading: string, texts: readonly string[]): string {
  if (texts.length === 0) return '';
  return `<h3>${heading}</h3><ul>${texts.map((text) => `<li>${escapeHtml(text)}</li>`).join('')}</ul>`;
}

/** Null: nothing. */
function amount(cents: number, points: number): string | null {
  const parts = [...(cents > 0 ? [formatCents(cents)] : []), ...(points > 0 ? [formatPoints(points)] : [])];
  return parts.length === 0 ? null : parts.join(' e ');
}
