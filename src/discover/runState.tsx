import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';
import type { IRun } from './state';

interface IRunState {
  readonly run: IRun | undefined;
  readonly trans: TranslationBundle;
}

/** How a service is doing, as a word and a shape; the colour only repeats it. */
export function RunState({ run, trans }: IRunState): JSX.Element | null {
  if (!run) {
    return null;
  }
  const { mark, look } = signOf(run);
  return (
    <span className="jp-esap-State">
      <span className="jp-esap-Tabular">{wordsOf(run, trans)}</span>
      <span className={`jp-esap-Mark jp-mod-${look}`} aria-hidden>
        {mark}
      </span>
    </span>
  );
}

function signOf(run: IRun): { mark: string; look: string } {
  switch (run.state) {
    case 'running':
      return { mark: '◌', look: 'busy' };
    case 'failed':
      return { mark: '▲', look: 'failed' };
    case 'stopped':
      return { mark: '◐', look: 'partial' };
    case 'not-asked':
      return { mark: '○', look: 'none' };
    case 'done':
      return isWhole(run)
        ? { mark: '●', look: 'ok' }
        : { mark: '◐', look: 'partial' };
  }
}

/** Nothing was cut off and nothing broke. */
export function isWhole(run: IRun): boolean {
  return run.notes.every(note => note.code === 'warning');
}

function wordsOf(run: IRun, trans: TranslationBundle): string {
  const rows = trans._n('%2 row', '%2 rows', run.rows, grouped(run.rows));
  switch (run.state) {
    case 'running':
      return run.rows > 0 ? trans.__('%1 …', rows) : trans.__('searching …');
    case 'failed':
      return run.rows > 0
        ? trans.__('%1, then failed', rows)
        : trans.__('failed');
    case 'stopped':
      return trans.__('%1, stopped', rows);
    case 'not-asked':
      return run.why === 'needs-position'
        ? trans.__('needs a position')
        : trans.__('has no such experiments');
    case 'done':
      return run.notes.some(note => note.code === 'incomplete')
        ? trans.__('%1, incomplete', rows)
        : run.notes.some(note => note.code === 'truncated')
          ? trans.__('%1, cut off', rows)
          : rows;
  }
}

/** A count with its thousands set apart. */
export function grouped(count: number): string {
  return count.toLocaleString('en');
}
