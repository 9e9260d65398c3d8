import { FailureError, failureLog } from '../remote';
import type { IServiceRequest } from '../transport/transport';

/**
 * What was thrown, to be thrown on: a failure with the label of its service,
 * and kept with its request for who wants to know exactly.
 */
export function logged(
  reason: unknown,
  label: string,
  request: IServiceRequest
): unknown {
  if (!(reason instanceof FailureError)) {
    return reason;
  }
  const failure = { service: label, ...reason.failure };
  const { method, url, body } = request;
  failureLog.add(failure, {
    method,
    url,
    ...(typeof body === 'string' && { body })
  });
  return new FailureError(failure);
}
