import type { z } from 'zod';
import { parseDuration } from '../calendar';

type Context = z.RefinementCtx;

/** Rule ids carry caps and budgets over the versions (R14, R15), so each names one rule. */
export function checkRuleIds(rules: { id: string }[], ctx: Context): void {
  rules.forEach(({ id }, index) => {
    if (rules.findIndex((rule) => rule.id === id) === index) return;
    ctx.addIssue({
      code: 'custom',
      path: [index, 'id'],
      message: `Outra regra já se chama "${id}", e tetos e verbas são contados por esse nome. Escolha outro.`,
    });
  });
}

/** A rule that gives a voucher names a template of the same program. */
export function checkTemplates(
  program: {
    earning: { rules: { grant: { type: string; template?: string } }[] };
    vouchers: Record<string, unknown>;
  },
  ctx: Context,
): void {
  program.earning.rules.forEach(({ grant }, index) => {
    if (grant.template === undefined || Object.hasOwn(program.vouchers, grant.template)) return;
    ctx.addIssue({
      code: 'custom',
      path: ['earning', 'rules', index, 'grant', 'template'],
      message: `O modelo de vale "${grant.template}" não existe em vouchers. Crie o modelo ou corrija o nome.`,
    });
  });
}

/** Two reminders at one distance, however spelled, would be one message sent twice; one at the end itself comes too late. */
export function checkReminders(before: string[], ctx: Context): void {
  const seen = new Set<string>();
  before.forEach((text, index) => {
    const { months, days, millis, exact } = parseDuration(text);
    const distance = `${months}/${days}/${millis}/${exact}`;
    if (distance === '0/0/0/true') {
      ctx.addIssue({
        code: 'custom',
        path: [index],
        message:
          'Este aviso sairia no instante em que o benefício vence, tarde demais. Informe uma antecedência.',
      });
    }
    if (seen.has(distance)) {
      ctx.addIssue({
        code: 'custom',
        path: [index],
        message: `A antecedência "${text}" repete outra da lista, e o aviso sairia duas vezes. Retire uma delas.`,
      });
    }
    seen.add(distance);
  });
}
