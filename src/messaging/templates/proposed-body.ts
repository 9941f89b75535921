import type { NoticeKind } from '../../loyalty';

/** How each of them ends. */
const WAY_OUT = 'Para não receber mais, responda SAIR.';

/** What is proposed for Meta to approve; what it has approved is what customers read. */
const BODIES: Record<NoticeKind, string> = {
  earned:
    'Olá, {{1}}! Sua compra no programa {{2}} rendeu {{3}}. Disponível a partir de: {{4}}. Validade: {{5}}. Para usar, é só se identificar na loja na hora de pagar.',
  expiring:
    'Olá, {{1}}! Passando para lembrar: no programa {{2}}, você tem {{3}} para usar até {{4}}. Esperamos você!',
  expired:
    'Olá, {{1}}. No programa {{2}}, o que venceu em {{4}}, sem uso: {{3}}. Uma nova compra é uma nova chance de ganhar.',
  returned:
    'Olá, {{1}}. Registramos {{3}} e atualizamos o seu benefício no programa {{2}}. O que mudou: {{4}}. Agora você tem: {{5}}. Se tiver dúvida, é só falar com a loja.',
  repurchase:
    'Olá, {{1}}! Sentimos sua falta. No programa {{2}} você tem {{3}} para usar na próxima compra. Esperamos você!',
  welcome:
    'Olá, {{1}}! Que bom ter você no programa {{2}}. Para você usar: {{3}}. Obrigado pela sua compra, esperamos você!',
  balance:
    'Olá, {{1}}! Passando para contar como está o seu saldo no programa {{2}}: você tem {{3}}. Esperamos você!',
  winBack:
    'Olá, {{1}}! Já faz um tempo desde a sua última visita. No programa {{2}}, você tem {{3}}. Gostaríamos de ver você de novo!',
  birthday: 'Feliz aniversário, {{1}}! Um abraço da equipe do programa {{2}}. Para você usar na loja: {{3}}.',
};

/** The proposed body of a notice's template, with its placeholders `{{1}}`, `{{2}}`, … */
export function proposedBody(kind: NoticeKind): string {
  return `${BODIES[kind]} ${WAY_OUT}`;
}

/** A body with its parameters in their places. */
export function filledBody(body: string, parameters: readonly string[]): string {
  return body.replace(
    /\{\{(\d{1,2})\}\}/g,
    (placeholder, place: string) => parameters[Number(place) - 1] ?? placeholder,
  );
}
