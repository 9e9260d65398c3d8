import type { FrameHead } from '../contract';
import { FailureError } from '../remote';

/** Statuses whose answers have no body by the rules of HTTP and of `Response`. */
const WITHOUT_BODY = new Set([204, 205, 304]);
/** So much is fetched before anybody reads: enough that a short answer that nobody reads still ends. */
const AHEAD = 512 * 1024;

/**
 * A `Response` as `fetch` would give it, with the final URL.
 *
 * Throws a `FailureError` for a status that HTTP does not have.
 */
export function makeAnswer(
  head: FrameHead,
  body: UnderlyingDefaultSource<Uint8Array<ArrayBuffer>>
): Response {
  const { status } = head;
  if (!(status >= 200 && status <= 599)) {
    throw new FailureError({ code: 'http', facts: { status } });
  }
  const headers = new Headers();
  for (const [name, value] of Object.entries(head.headers)) {
    // What JavaScript takes for a header is narrower than what services send.
    if (/^[\x20-\x7e\xa0-\xff]*$/.test(value)) {
      headers.set(name, value);
    }
  }
  const stream = new ReadableStream(body, {
    highWaterMark: AHEAD,
    size: piece => piece?.byteLength ?? 0
  });
  const response = new Response(WITHOUT_BODY.has(status) ? null : stream, {
    status,
    headers
  });
  Object.defineProperty(response, 'url', { value: head.url });
  return response;
}
