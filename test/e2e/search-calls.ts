/** Searches for customers in each way there is, from the beginning, and from after a place on. */
export function searchCalls(later: Date): string[] {
  const texts = ['ana+s', 'zz', '529.982.247-25', '3222-4455', 'ana@example.com'];
  const ways = ['named', 'phone', 'former', 'email', 'ending', 'name', 'name/YW5h'];
  const places = ways.map((way) => `before=${later.toISOString()}_x/${way}`);
  return texts.flatMap((text) => ['limit=1', ...places].map((page) => `/v1/customers?query=${text}&${page}`));
}
