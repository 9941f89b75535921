/** An approved message template: what Meta knows of it. */
export interface Template {
  name: string;
  language: 'pt_BR';
  category: 'marketing' | 'utility';
  /** With the placeholders {{1}}, {{2}}, … */
  body: string;
}

const bodies: Record<string, string[]> = {
  // {{1}} first name, {{2}} program, {{3}} amount, {{4}} usable from, {{5}} valid until
  retorno_beneficio_ganho: [
    'Oi, {{1}}! 🎉 Sua compra rendeu {{3}} para você.',
    'Programa: {{2}}\nDisponível a partir de: {{4}}\nValidade: {{5}}',
    'Na próxima compra, informe seu CPF ou telefone no caixa e aproveite.',
  ],
  // {{1}} first name, {{2}} program, {{3}} amount, {{4}} valid until
  retorno_beneficio_expirando: [
    'Oi, {{1}}! ⏳ Você ainda tem {{3}} para usar.',
    'Programa: {{2}}\nVálido até: {{4}}',
    'Passe na loja antes do vencimento e use na sua compra.',
  ],
  // {{1}} first name, {{2}} program, {{3}} amount, {{4}} date
  retorno_beneficio_expirado: [
    'Oi, {{1}}. O que venceu em {{4}}, sem uso: {{3}}.',
    'Programa: {{2}}',
    'A boa notícia: a sua próxima compra já rende de novo. Esperamos você!',
  ],
  // {{1}} first name, {{2}} program, {{3}} why and which purchase, {{4}} what left and came back, {{5}} what there is now
  retorno_beneficio_estornado: [
    'Oi, {{1}}. Registramos {{3}}, e o seu benefício foi atualizado.',
    'Programa: {{2}}\nO que mudou: {{4}}\nAgora você tem: {{5}}',
    'Se tiver qualquer dúvida, é só falar com a loja.',
  ],
  // {{1}} first name, {{2}} program, {{3}} balance
  retorno_recompra: [
    'Oi, {{1}}! 💚 Sentimos a sua falta.',
    'Programa: {{2}}\nSeu saldo: {{3}}',
    'Seu saldo está esperando por você. Venha ver as novidades da loja!',
  ],
  // {{1}} first name, {{2}} program, {{3}} what there is to use
  retorno_boas_vindas: [
    'Oi, {{1}}! 💛 Que bom ter você com a gente.',
    'Programa: {{2}}\nPara você usar: {{3}}',
    'Obrigado pela sua compra. Esperamos você!',
  ],
  // {{1}} first name, {{2}} program, {{3}} what there is to use
  retorno_saldo: [
    'Oi, {{1}}! Passando para contar como está o seu saldo.',
    'Programa: {{2}}\nPara você usar: {{3}}',
    'Esperamos você na loja!',
  ],
  // {{1}} first name, {{2}} program, {{3}} what there is to use
  retorno_volte: [
    'Oi, {{1}}! Já faz um tempo desde a sua última visita.',
    'Programa: {{2}}\nPara você usar: {{3}}',
    'Gostaríamos de ver você de novo. Venha nos visitar!',
  ],
  // {{1}} first name, {{2}} program, {{3}} what there is to use
  retorno_aniversario: [
    'Feliz aniversário, {{1}}! 🎂',
    'Programa: {{2}}\nPara você usar: {{3}}',
    'Que o seu novo ano seja cheio de alegria. Um abraço de toda a equipe!',
  ],
};

/** How each of them ends. */
const WAY_OUT = 'Para não receber mais, responda SAIR.';

const templates = new Map<string, Template>(
  Object.entries(bodies).map(([name, parts]) => [
    name,
    { name, language: 'pt_BR', category: 'marketing', body: [...parts, WAY_OUT].join('\n\n') },
  ]),
);

/** The approved template of that name and language, or undefined. */
export function templateOf(name: string, language: string): Template | undefined {
  const template = templates.get(name);
  return template?.language === language ? template : undefined;
}

/** How many parameters the body takes. */
export function parameterCount(template: Template): number {
  return new Set(template.body.match(/\{\{\d+\}\}/g)).size;
}

/** The text the customer reads. */
export function rendered(template: Template, parameters: readonly string[]): string {
  return template.body.replace(/\{\{(\d+)\}\}/g, (_, place: string) => parameters[Number(place) - 1] ?? '');
}
