/** Names of query parameters whose values let somebody in. */
const SECRET =
  /token|secret|passw|pwd|signature|credential|authz|api[-_]?key|^sig$|^key$|^code$|^x-amz-/i;

/**
 * A URL that may be shown and kept: without user and password, and with the
 * values of parameters that are secrets (signed URLs, tokens) replaced by `…`.
 */
export function withoutSecrets(url: string): string {
  return url
    .replace(/^([a-z][a-z0-9+.-]*:\/\/)[^/?#@]*@/i, '$1')
    .replace(
      /([?&#])([^=&#]+)=([^&#]*)/g,
      (whole, sign: string, name: string) =>
        SECRET.test(name) ? `${sign}${name}=…` : whole
    );
}
