import type { VOTableEvent } from '../votable/event';

type Info = Extract<VOTableEvent, { kind: 'info' | 'param' }>;

/** The longest words of a service that are kept. */
const LONGEST = 2000;

/** What a service says about its own answer. */
export interface ISaid {
  readonly status: 'ok' | 'overflow' | 'error' | 'warning' | 'hint';
  readonly words: string;
}

/**
 * What an INFO or PARAM says about the answer, if it does.
 *
 * All legal forms, wherever they stand: `QUERY_STATUS` (DALI 1.1 §4.4.2; also
 * written with a blank), and `Error` as INFO or PARAM, in its value (Simple
 * Cone Search 1.03 §2.3). A PARAM in a TABLE is data.
 */
export function saidBy(info: Info): ISaid | undefined {
  if (info.kind === 'param' && info.place === 'table') {
    return undefined;
  }
  const name = (info.name || info.id || '').trim();
  const value = info.value.trim();
  if (/^query[ _]?status$/i.test(name) && info.kind === 'info') {
    const [, status, rest] = /^(\w*)[:\s]*(.*)$/s.exec(value) ?? [];
    const words = tidy(info.text || rest);
    switch (status.toUpperCase()) {
      case 'OK':
        return { status: 'ok', words };
      case 'OVERFLOW':
        return { status: 'overflow', words };
      case 'ERROR':
        return { status: 'error', words };
    }
    return undefined;
  }
  const words = tidy(info.text ? [value, info.text].join(' ') : value);
  if (/^error$/i.test(name) && words) {
    return { status: 'error', words };
  }
  if (info.kind === 'info' && words) {
    if (/^warning$/i.test(name)) {
      return { status: 'warning', words };
    }
    if (/^hint$/i.test(name)) {
      return { status: 'hint', words };
    }
  }
  return undefined;
}

/** Words on one line, not endless. */
export function tidy(words: string): string {
  return words.replace(/\s+/g, ' ').trim().slice(0, LONGEST);
}
