import type { Program } from '../../program';
import { rulesGiving, when } from './given';
import type { Given, RegulationSection } from './given';

type Base = Program['earning']['base'];

/** What the benefit is computed on, and how it is rounded (R8–R10, R12). */
export function baseSection(given: Given): RegulationSection {
  const { base } = given.program.earning;
  return {
    heading: 'Sobre que valor o benefício é calculado',
    paragraphs: [
      `O valor da compra, para este cálculo, é o das mercadorias depois dos descontos do pedido, ${extrasText(base)}.`,
      ...when(
        given.rules.some((rule) => rule.when?.skus),
        'Nas regras que pedem certos produtos conta só a parte deles no valor das mercadorias, sem frete nem outras ' +
          `despesas. ${sharedText(base)} por todos os itens, na proporção do preço.`,
      ),
      paidText(base),
      'Quando não sobra valor para o cálculo, a compra não rende nenhum benefício.',
      ...when(given.balance, roundingText(given)),
    ],
  };
}

function extrasText({ includeFreight, includeOtherExpenses }: Base): string {
  if (includeFreight && includeOtherExpenses) return 'com o frete e as outras despesas';
  if (includeFreight) return 'com o frete e sem as outras despesas';
  if (includeOtherExpenses) return 'sem o frete e com as outras despesas';
  return 'sem o frete e sem as outras despesas';
}

function sharedText({ excludeBenefitPaid, earnOnRedeemed }: Base): string {
  return excludeBenefitPaid && earnOnRedeemed
    ? 'O desconto do pedido e a parte paga com benefício se repartem'
    : 'O desconto do pedido se reparte';
}

function paidText({ excludeBenefitPaid, earnOnRedeemed }: Base): string {
  if (!earnOnRedeemed) return 'Uma compra em que você usa saldo ou vale não rende benefício.';
  return excludeBenefitPaid
    ? 'A parte da compra paga com saldo ou vale não entra no cálculo; o que o pedido já traz como desconto não se desconta outra vez.'
    : 'A parte da compra paga com saldo ou vale também entra no cálculo.';
}

function roundingText(given: Given): string {
  const points = rulesGiving(given, 'points').length > 0;
  const cashback = rulesGiving(given, 'cashback').length > 0;
  const unit = points && cashback ? 'ao centavo ou ao ponto' : points ? 'ao ponto' : 'ao centavo';
  const proportion = points
    ? ' Os pontos são proporcionais ao valor da compra, mesmo que ele não seja um múltiplo exato do valor que a regra indica.'
    : '';
  return (
    `O cálculo é exato, e só o resultado final de cada regra é arredondado para baixo, ${unit}. ` +
    `Um resultado igual a zero não gera benefício.${proportion}`
  );
}
