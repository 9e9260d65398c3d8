import type { INote } from '../columns';
import { failureLog, type IFailure } from '../remote';
import { withoutSecrets } from '../remote/withoutSecrets';

/** What there is to say about something that went wrong. */
export interface IWrong {
  readonly failure?: IFailure;
  readonly notes?: readonly INote[];
  /** Label of the service. */
  readonly service?: string;
  /** What was asked, if the log of failures does not know: URL, blank, form. */
  readonly request?: string;
  /** When it went wrong, if the log does not know; ms since the epoch. */
  readonly time?: number;
}

/**
 * Everything that is known about it, line by line, for whoever is asked for
 * help: not translated, without secrets, the service's words in full.
 *
 * @param versions - what runs here
 */
export function detailsText(wrong: IWrong, versions: string): string {
  const { failure, notes = [], service } = wrong;
  const entry = failure && failureLog.find(failure);
  const time = entry?.time ?? wrong.time;
  const { code, facts, words } = failure ?? {};
  const lines = [
    ['service', failure?.service ?? service],
    ['failure', entry && `no. ${entry.id} of this page`],
    ['time', time !== undefined && new Date(time).toISOString()],
    ['code', code],
    ...Object.entries(facts ?? {}),
    ['words', words],
    ...notes.map(note => [`${note.code} by ${note.by}`, note.words]),
    ...asked(wrong),
    ['versions', versions]
  ];
  return lines
    .filter(([, value]) => value !== undefined && value !== false)
    .map(([name, value]) => `${name}: ${value || '—'}`)
    .join('\n');
}

/** What was asked: the fields of a form one by one, as they can be read. */
function asked({ failure, request }: IWrong): (readonly [string, string])[] {
  const known = failure && failureLog.find(failure)?.request;
  const [address, form] = (request ?? '').split(' ', 2);
  const { url, body, method } = known ?? {
    url: withoutSecrets(address),
    body: form && withoutSecrets(`?${form}`).slice(1),
    method: form ? 'POST' : 'GET'
  };
  if (!url) {
    return [];
  }
  const fields = /^[^=&\s]+=/.test(body ?? '')
    ? [...new URLSearchParams(body)].map(
        ([name, value]) => [`  ${name}`, value] as const
      )
    : body
      ? [['  body', body] as const]
      : [];
  return [['asked', `${method ?? 'GET'} ${url}`], ...fields];
}
