import type { Alerts } from '../alert';
import type { ClockSkewError } from './clock';

/** An alert that nobody has had to refresh for this long is over. */
const OVER_AFTER_MS = 10 * 60_000;

/** The alert of a merchant whose value a process with a wrong clock was to move. */
const about = (merchantId: string) => ({ merchantId, kind: 'clock_skew' as const, subject: 'clock' });

/** Raises the alert, or refreshes the open one. Its instants are MongoDB's. */
export async function reportSkew(
  alerts: Pick<Alerts, 'raise'>,
  merchantId: string,
  { whose, reading: { now, skewMs } }: ClockSkewError,
): Promise<void> {
  const facts = { clock: whose, skewMs };
  await alerts.raise(about(merchantId), { text: skewText(whose, skewMs), facts }, new Date(now));
}

/** Closes the alert, unless some process has met a wrong clock in the last ten minutes. */
export async function resolveSkew(
  alerts: Pick<Alerts, 'resolve'>,
  merchantId: string,
  now: Date,
): Promise<void> {
  await alerts.resolve(about(merchantId), now, new Date(now.getTime() - OVER_AFTER_MS));
}

function skewText(whose: ClockSkewError['whose'], skewMs: number): string {
  const what = whose === 'process' ? 'O relógio de um servidor' : 'O relógio do Temporal';
  const where = skewMs > 0 ? 'adiantado' : 'atrasado';
  return (
    `${what} está ${where} ${duration(Math.abs(skewMs))} em relação ao do banco de dados. ` +
    'Por segurança, nada é movimentado com ele: nenhum benefício vence nem é liberado antes da hora, e o que ficou pendente é ' +
    'feito quando o relógio estiver certo ou por outro servidor. Peça à equipe técnica que acerte o relógio. ' +
    'Este alerta se encerra sozinho uns dez minutos depois disso.'
  );
}

const UNITS = [
  ['dia', 'dias', 86_400_000],
  ['hora', 'horas', 3_600_000],
  ['minuto', 'minutos', 60_000],
] as const;

function duration(ms: number): string {
  const [one, many, unit] = UNITS.find((entry) => ms >= entry[2]) ?? UNITS[2];
  const count = Math.round(ms / unit);
  return `${count} ${count === 1 ? one : many}`;
}
