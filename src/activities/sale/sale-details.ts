import { formatCents, formatPoints, lastUsableDate, localDate } from '../../loyalty';
import type { NextStep } from '../../loyalty';
import type { Sale, SaleStatus } from '../../store';

const STATUS_TEXT: Record<SaleStatus, string> = {
  waiting: 'aguardando a conclusão do pedido',
  unidentified: 'sem cliente identificado',
  no_benefit: 'sem benefício',
  pending: 'benefício em carência',
  active: 'benefício disponível',
  used: 'benefício usado',
  expired: 'benefício vencido',
  cancelled: 'cancelada',
  refused: 'recusada: dados inválidos na origem',
  in_review: 'em revisão: pode ser a mesma compra que outra venda',
  duplicate: 'a mesma compra que outra venda, onde o benefício conta',
};

const STEP_TEXT: Record<NextStep['do'], string> = {
  activate: 'liberar o benefício',
  expire: 'vencer o que não foi usado',
  letGo: 'devolver o vale reservado e não usado',
  tell: 'avisar o cliente',
};

const OUTCOME_TEXT: Record<Sale['explanation'][number]['outcome'], string> = {
  paid: 'pagou',
  passed_over: 'preterida',
  nothing: 'não gerou nada',
  not_matched: 'não se aplica',
};

/** The Temporal UI shows details up to a size; a program of many rules is told as far as that goes. */
const LONGEST_DETAILS = 6_000;

/** What was earned, by which rule and why, and what comes next: for whoever opens the run in the Temporal UI. Ids and amounts only. */
export function detailsOf(sale: Sale, explanation: Sale['explanation'], step: NextStep | null): string {
  const lines = [
    `**Venda ${sale.number ?? sale.externalId}** · ${formatCents(sale.totalCents)} · ${STATUS_TEXT[sale.status]}`,
    ...(sale.refusal === null ? [] : [`Motivo: ${sale.refusal}`]),
    ...(sale.returnedCents > 0 ? [`Devolvido: ${formatCents(sale.returnedCents)}`] : []),
    ...benefitLines(sale),
    step
      ? `Próximo passo: ${STEP_TEXT[step.do]} em ${new Date(step.at).toISOString()}`
      : 'Nenhum passo pendente',
    ...explanation.map(ruleText),
  ];
  return lines.join('\n\n').slice(0, LONGEST_DETAILS);
}

function benefitLines(sale: Sale): string[] {
  const parts = [
    ...(sale.earnedCents > 0 ? [formatCents(sale.earnedCents)] : []),
    ...(sale.earnedPoints > 0 ? [formatPoints(sale.earnedPoints)] : []),
    ...(sale.earnedVouchers > 0
      ? [`${sale.earnedVouchers} ${sale.earnedVouchers === 1 ? 'vale' : 'vales'}`]
      : []),
  ];
  if (parts.length === 0) return [];
  return [
    `Benefício: **${parts.join(' · ')}** (programa v${sale.programVersion ?? '?'})`,
    ...(sale.activatesAt ? [`Disponível desde ${localDate(sale.activatesAt.getTime(), sale.zone)}`] : []),
    ...(sale.expiresAt ? [`Válido até ${lastUsableDate(sale.expiresAt.getTime(), sale.zone)}`] : []),
  ];
}

function ruleText({ ruleId, outcome, lines }: Sale['explanation'][number]): string {
  const title = ruleId === null ? '**Resultado**' : `**Regra ${ruleId}**: ${OUTCOME_TEXT[outcome]}`;
  return [title, ...lines.map((line) => `- ${line}`)].join('\n');
}
