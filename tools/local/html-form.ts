/** A form of a page, filled in as a person leaves it who only presses one of its buttons. */
export interface HtmlForm {
  /** Absolute. */
  readonly action: string;
  readonly method: 'GET' | 'POST';
  readonly fields: URLSearchParams;
}

/**
 * Reads the first form of a page: its hidden and preset fields, and the button whose value is `press`.
 *
 * @returns undefined when the page has no form with such a button
 */
export function readForm(html: string, pageUrl: string, press: string): HtmlForm | undefined {
  const [, head = '', body = ''] = /<form\b([^>]*)>([\s\S]*?)<\/form>/i.exec(html) ?? [];
  const fields = new URLSearchParams();
  let pressed = false;
  for (const [, tag = '', attributes = ''] of body.matchAll(/<(input|button)\b([^>]*)>/gi)) {
    const name = attribute(attributes, 'name');
    const value = attribute(attributes, 'value') ?? '';
    const isButton = tag.toLowerCase() === 'button' || attribute(attributes, 'type') === 'submit';
    if (isButton && value !== press) continue;
    pressed ||= isButton;
    if (name !== undefined) fields.append(name, value);
  }
  if (!pressed) return undefined;
  return {
    action: new URL(attribute(head, 'action') ?? '', pageUrl).href,
    method: attribute(head, 'method')?.toUpperCase() === 'POST' ? 'POST' : 'GET',
    fields,
  };
}

function attribute(attributes: string, name: string): string | undefined {
  const match = new RegExp(`\\b${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i').exec(attributes);
  const value = match?.[1] ?? match?.[2] ?? match?.[3];
  return value?.replace(/&(amp|quot|lt|gt|#39|#x27);/g, (_, entity: string) => ENTITIES[entity] ?? '');
}

const ENTITIES: Record<string, string> = { amp: '&', quot: '"', lt: '<', gt: '>', '#39': "'", '#x27': "'" };
