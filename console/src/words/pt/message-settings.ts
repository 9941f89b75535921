/** To whom a store writes, when, and how often. */
export const messageSettings = {
  title: 'Envio de mensagens',
  loading: 'Carregando as regras…',
  saved: 'As regras de envio foram salvas e já valem.',
  basis: {
    title: 'A quem escrever',
    labels: {
      legitimate_interest: 'A todos os clientes, até que recusem',
      opt_in: 'Só a quem autorizou',
    },
    hints: {
      legitimate_interest: 'Quem recusa um canal não recebe mais nada por ele.',
      opt_in: 'Cada canal é autorizado à parte; sem autorização registrada, nada é enviado.',
    },
  },
  quiet: {
    title: 'Horário de silêncio',
    explain:
      'Vale para todas as mensagens, também para o aviso do que acabou de ser ganho. O que fica pronto no silêncio sai depois dele, no fuso do programa.',
    label: 'Não enviar mensagens em certos horários',
    days: 'Dias inteiros sem mensagens',
    toHint: 'Se for antes do início, vale até o dia seguinte.',
  },
  weekdays: { 1: 'Segunda', 2: 'Terça', 3: 'Quarta', 4: 'Quinta', 5: 'Sexta', 6: 'Sábado', 7: 'Domingo' },
  caps: {
    title: 'Quantas mensagens por cliente',
    explain:
      'Contam os lembretes de vencimento, os avisos do que venceu e os convites. Avisos do que o cliente acabou de ganhar ou devolver não contam e não esperam. O que passa do limite espera até uma semana e depois não é enviado.',
    none: 'Vazio: sem limite.',
  },
  holdout: {
    title: 'Grupo de comparação',
    explain:
      'Parte dos clientes, sempre os mesmos, não recebe convites para comprar de novo. Comparando com eles se vê o que os convites trazem.',
  },
  previews: {
    title: 'Como ficam as mensagens',
    explain: 'Todas as mensagens como um cliente as lê, com um nome e valores inventados.',
    show: 'Ver as mensagens',
    loading: 'Preparando as mensagens…',
    off: 'O programa em vigor não envia esta mensagem.',
    by: (channels: readonly string[]) => `O programa em vigor envia por ${channels.join(' e ')}.`,
    channels: { whatsapp: 'WhatsApp', email: 'e-mail' },
    whatsapp: (template: string) => `WhatsApp, modelo ${template}`,
    email: (subject: string) => `E-mail, assunto: ${subject}`,
    button: 'Com um botão para a página do cliente.',
    approved: 'É a nossa proposta de texto: o cliente lê o que a Meta aprovou para este modelo.',
  },
  texts: {
    title: 'Texto do e-mail',
    change: 'Mudar o texto do e-mail',
    loading: 'Carregando o texto…',
    explain: (variables: readonly string[]) =>
      `As suas palavras ficam antes e depois do que a mensagem tem a dizer: valores, datas e vales continuam lá. São preenchidos para cada cliente: ${variables.join(', ')}.`,
    subject: 'Assunto',
    subjectHint: 'Vazio: o nosso.',
    opening: 'Começo',
    closing: 'Fim',
    paragraphs: 'Cada linha é um parágrafo. Vazio: nada.',
    tooMany: (most: number) => `Escreva no máximo ${most} parágrafos.`,
    tooLong: (most: number) => `Escreva parágrafos de no máximo ${most} letras.`,
    saved: 'O texto foi salvo e vale para os próximos e-mails.',
  },
  fields: {
    from: 'Das',
    to: 'Até',
    perDay: 'Por dia',
    perThirtyDays: 'Em 30 dias',
    holdout: 'De cada 100 clientes',
  },
  wrong: {
    from: 'Escreva a hora como 20:00.',
    to: 'Escreva a hora como 08:00.',
    days: 'Deixe ao menos um dia da semana para o envio.',
    perDay: 'Escreva um número de 1 a 100, ou deixe vazio.',
    perThirtyDays: 'Escreva um número de 1 a 100, ou deixe vazio.',
    holdout: 'Escreva um número de 0 a 50.',
  },
} as const;
