export const counter = { title: 'Balcão' } as const;
