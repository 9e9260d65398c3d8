import { FailureError, failureLog, failureOf, isAbort } from '../remote';
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
  if (isAbort(reason)) {
    return reason;
  }
  const failure = { service: label, ...failureOf(reason) };
  const { method, url, body } = request;
  failureLog.add(failure, {
    method,
    url,
    ...(typeof body === 'string' && { body })
  });
  return new FailureError(failure);
}
