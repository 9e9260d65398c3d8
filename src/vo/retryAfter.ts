/**
 * How long a service asks to wait, in whole seconds, from `Retry-After`
 * (RFC 9110 §10.2.3: seconds, or a date); undefined where it does not say.
 *
 * @param now - ms since the epoch, for an answer without a date of its own
 */
export function retryAfter(headers: Headers, now: number): number | undefined {
  const text = headers.get('Retry-After')?.trim();
  if (!text) {
    return undefined;
  }
  if (/^\d{1,9}(?:\.\d+)?$/.test(text)) {
    return Math.ceil(Number(text));
  }
  const until = Date.parse(text);
  // The service's clock, not ours, where both times are its own.
  const from = Date.parse(headers.get('Date') ?? '');
  return Number.isNaN(until)
    ? undefined
    : Math.max(
        0,
        Math.ceil((until - (Number.isNaN(from) ? now : from)) / 1000)
      );
}
