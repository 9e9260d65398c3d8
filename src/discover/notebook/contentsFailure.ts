import { failureOf, type IFailure } from '../../remote';

/** Why the user's files can't be read or written, in the words of the Jupyter server. */
export function contentsFailure(reason: unknown): IFailure {
  const failure = failureOf(reason);
  if (failure.code !== 'internal') {
    return failure;
  }
  const { response } = reason as { readonly response?: Response };
  return response
    ? {
        code: 'service-error',
        service: 'Jupyter',
        words: failure.words,
        facts: { status: response.status }
      }
    : (reason as Error).name === 'NetworkError' || reason instanceof TypeError
      ? { code: 'offline' }
      : failure;
}
