import { notice } from './dom.js';

/** Calls the control API and tells the person when it refuses. */
export async function call(method, path, body) {
  const answer = await fetch(`/simulator${path}`, {
    method,
    headers: body === undefined ? {} : { 'Content-Type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const content = answer.status === 204 ? undefined : await answer.json();
  if (answer.ok) return content;
  notice(`Não deu certo: ${content?.error ?? answer.status}`);
  throw new Error(content?.error ?? String(answer.status));
}

/** What the page knows; filled by app.js. */
export const world = { overview: undefined, company: 0 };

/** The company chosen at the top. */
export const company = () => world.overview.companies[world.company];

/** The path of a call about the chosen company. */
export const ofCompany = (path) => `/companies/${world.company}${path}`;
