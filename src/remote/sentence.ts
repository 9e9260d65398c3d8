import type { IFailure } from './failure';
import { quotable } from './quoted';
import type { ITrans } from './trans';

/**
 * A failure as a person reads it: who it concerns, what happened, what helps.
 * The only place where failures are put into words.
 */
export function sentence(failure: IFailure, trans: ITrans): string {
  const who = failure.service ?? trans.__('The service');
  const words = quotable(failure.words ?? '');
  const { status, seconds, host, title, bytes } = failure.facts ?? {};
  switch (failure.code) {
    case 'unreachable':
      return unreachable(
        who,
        String(host ?? ''),
        String(failure.facts?.why),
        trans
      );
    case 'no-such-host':
      return host
        ? trans.__('%1 cannot be found: there is no host named %2.', who, host)
        : trans.__('%1 cannot be found: there is no host of that name.', who);
    case 'no-answer':
      return seconds === undefined
        ? trans.__('%1 did not answer in time.', who)
        : trans.__('%1 did not answer within %2 s.', who, seconds);
    case 'cut':
      return trans.__('%1 broke off before the first row came.', who);
    case 'service-error':
      return words
        ? trans.__('%1 says: “%2”.', who, words)
        : trans.__('%1 reports an error and does not say which.', who);
    case 'http':
      return http(who, Number(status), trans);
    case 'web-page':
      return title
        ? trans.__(
            '%1 sent a web page, “%2”, not a table.',
            who,
            quotable(String(title))
          )
        : trans.__('%1 sent a web page, not a table.', who);
    case 'unreadable':
      return unreadable(who, failure.facts ?? {}, words, trans);
    case 'busy':
      return failure.facts?.why === 'paused' && seconds !== undefined
        ? trans.__(
            '%1 failed several times in a row. The next request goes out in %2 s.',
            who,
            seconds
          )
        : busy(who, words, seconds, trans);
    case 'sign-in':
      return signIn(who, words, Number(status), trans);
    case 'refused':
      return words
        ? trans.__('Nothing was sent to %1: %2.', who, words)
        : trans.__('Nothing was sent to %1: this site does not allow it.', who);
    case 'too-large':
      return bytes === undefined
        ? trans.__('The answer of %1 is larger than this site allows.', who)
        : trans.__(
            'The answer of %1 is larger than this site allows (%2 MB).',
            who,
            Math.ceil(Number(bytes) / 1e6)
          );
    case 'server-part':
    case 'offline':
    case 'no-worker':
    case 'internal':
      return ours(failure, words, trans);
  }
}

/** `why` is what our server part knows of the connection. */
function unreachable(
  who: string,
  host: string,
  why: string,
  trans: ITrans
): string {
  switch (why) {
    case 'expired':
      return trans.__(
        '%1 cannot be trusted: the certificate of %2 has expired or is not valid yet.',
        who,
        host
      );
    case 'host':
      return trans.__(
        '%1 cannot be trusted: the certificate of %2 belongs to another host.',
        who,
        host
      );
    case 'issuer':
      return trans.__(
        '%1 cannot be trusted: nobody known to this server vouches for the certificate of %2.',
        who,
        host
      );
    case 'certificate':
      return trans.__(
        '%1 cannot be trusted: the certificate of %2 is not valid.',
        who,
        host
      );
    case 'tls':
      return trans.__('%1 cannot be reached: %2 speaks no https.', who, host);
    case 'proxy':
      return trans.__(
        '%1 cannot be reached: the proxy of this site gives no connection to %2.',
        who,
        host
      );
    default:
      return host && host !== who
        ? trans.__('%1 cannot be reached: no connection to %2.', who, host)
        : trans.__('%1 cannot be reached.', who);
  }
}

function http(who: string, status: number, trans: ITrans): string {
  if (status === 404 || status === 410) {
    return trans.__('%1 has nothing at this address (HTTP %2).', who, status);
  }
  if (Number.isNaN(status)) {
    return trans.__('%1 refused this request and does not say why.', who);
  }
  return status >= 500
    ? trans.__('%1 is out of order at the moment (HTTP %2).', who, status)
    : trans.__('%1 does not accept this request (HTTP %2).', who, status);
}

function unreadable(
  who: string,
  { why, table = '' }: NonNullable<IFailure['facts']>,
  words: string,
  trans: ITrans
): string {
  if (why === 'empty') {
    return trans.__('%1 sent an empty answer.', who);
  }
  if (why === 'no-table') {
    return trans.__('%1 sent an answer without a table in it.', who);
  }
  if (why === 'no-position') {
    return trans.__('%1 has no positions in its table %2.', who, table);
  }
  return words
    ? trans.__('%1 sent an answer that cannot be read. %2.', who, words)
    : trans.__('%1 sent an answer that cannot be read.', who);
}

function busy(
  who: string,
  words: string,
  seconds: string | number | undefined,
  trans: ITrans
): string {
  const says = words
    ? trans.__('%1 says: “%2”.', who, words)
    : trans.__('%1 is busy.', who);
  return seconds === undefined
    ? trans.__('%1 Try again a little later.', says)
    : trans.__('%1 It asks to wait %2 s.', says, seconds);
}

function signIn(
  who: string,
  words: string,
  status: number,
  trans: ITrans
): string {
  const says =
    status === 403
      ? trans.__('%1 does not give you access.', who)
      : trans.__('%1 wants you to sign in.', who);
  return words ? trans.__('%1 It says: “%2”.', says, words) : says;
}

/** What went wrong on this side. */
function ours(failure: IFailure, words: string, trans: ITrans): string {
  const { status, id, why } = failure.facts ?? {};
  if (failure.code === 'offline') {
    return why === 'code'
      ? trans.__(
          'A part of jupyterlab-esap did not come: the Jupyter server cannot be reached, or has been updated; then reload the page.'
        )
      : trans.__('The Jupyter server cannot be reached.');
  }
  if (failure.code === 'no-worker') {
    return trans.__(
      'The browser did not start the worker that reads answers. Reload the page.'
    );
  }
  if (failure.code === 'internal') {
    return words
      ? trans.__('A fault in jupyterlab-esap: %1.', words)
      : trans.__('A fault in jupyterlab-esap.');
  }
  if (status === undefined || Number(status) === 404) {
    return trans.__(
      'The server part of jupyterlab-esap is not there, or not enabled. It is installed with: pip install jupyterlab-esap.'
    );
  }
  const what = words || trans.__('HTTP %1', status);
  return id === undefined
    ? trans.__('The server part of jupyterlab-esap failed: %1.', what)
    : trans.__(
        'The server part of jupyterlab-esap failed: %1. The server log has more, under %2.',
        what,
        id
      );
}
