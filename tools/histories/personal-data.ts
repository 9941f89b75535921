/** What gives a person away, wherever it stands. */
const SIGNS: readonly [what: string, sign: RegExp][] = [
  ['an e-mail address', /[\w.+-]+@[\w-]+\.[\w.-]*[a-z]/i],
  ['a CPF', /\b\d{3}\.\d{3}\.\d{3}-\d{2}\b/],
  ['a CNPJ', /\b\d{2}\.\d{3}\.\d{3}\/\d{4}-\d{2}\b/],
  ['a phone number', /\+55\d{10,11}\b|\(\d{2}\) ?9?\d{4}-\d{4}/],
];

/** A field that says who somebody is, in what workflows and steps told each other. Elsewhere, types and queues have names. */
const FIELD = /"(?:name|customerName|document|cpf|cnpj|phone|phones|mobile|email|emails|birthDate)": ?["[]/;

/** Signs of personal data in a recorded history, payloads included; empty: none was found. */
export function personalDataIn(history: string): string[] {
  const payloads = payloadTexts(JSON.parse(history));
  const found = SIGNS.filter(([, sign]) => [...payloads, history].some((text) => sign.test(text)));
  const told = payloads.some((text) => FIELD.test(text)) ? ['a field of a person'] : [];
  return [...found.map(([what]) => what), ...told];
}

/** Payloads are in base64, under `data`, wherever they stand in an event. */
function payloadTexts(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'data' && typeof inner === 'string'
      ? [Buffer.from(inner, 'base64').toString('utf8')]
      : payloadTexts(inner),
  );
}
