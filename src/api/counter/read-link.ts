const TOKEN = /^(?:https?\S*[cu]\S?)?([\w-]{32})\W*$/i;

/**
 * The tokens that a text may mean which a reader has typed off a customer's page, or which was copied from its address, the likeliest
 * first; none where it is no such text. Readers press the keys of another keyboard: what stands before the token may have lost its
 * colon and slashes or have other signs for them, its own two signs are others on some, and under a held Caps Lock every letter has
 * the other case.
 */
export function readLink(text: string): string[] {
  // A page's own links say more after the token; a reader types none of that.
  const address = text.trim().replace(/^(\S*\/[cu]\/[\w-]{32})[?#]\S*$/, '$1');
  const typed = address.replaceAll("'", '-').replaceAll('?', '_');
  const token = TOKEN.exec(typed)?.[1];
  return token === undefined ? [] : [token, otherCase(token)];
}

function otherCase(token: string): string {
  return token.replace(/[a-z]/gi, (letter) => {
    const upper = letter.toUpperCase();
    return letter === upper ? letter.toLowerCase() : upper;
  });
}
