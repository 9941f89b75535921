/** The page as it is for whoever is signed in now; nothing of this one goes on. */
export function loadedAgain(): Promise<never> {
  window.location.reload();
  return new Promise(() => undefined);
}
