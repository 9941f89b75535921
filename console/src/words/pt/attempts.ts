export const attempts = { title: 'Movimentos de hoje' } as const;
