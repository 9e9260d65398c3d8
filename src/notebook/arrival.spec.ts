import { readNotebook, type INotebookDocument } from './document';
import { safeName } from './folder';
import { harmless } from './harmless';
import { originOf, withOrigin, withParameters } from './parameters';

function notebook(tags: string[][], minor = 5): INotebookDocument {
  return {
    nbformat: 4,
    nbformat_minor: minor,
    metadata: { kernelspec: { name: 'python3' } },
    cells: tags.map((one, index) => ({
      cell_type: 'code',
      metadata: { tags: one },
      source: `cell ${index}`
    }))
  };
}

const order = (given: INotebookDocument): unknown[] =>
  given.cells.map(cell =>
    (cell.metadata.tags as string[]).includes('injected-parameters')
      ? 'ours'
      : cell.source
  );

describe('a foreign notebook', () => {
  test('loses its claims to be trusted, wherever it makes them, and nothing else', () => {
    const given = {
      nbformat: 4,
      nbformat_minor: 5,
      metadata: { signature: 'sha256:0', Trusted: true, title: 'kept' },
      cells: [
        {
          cell_type: 'code',
          metadata: { trusted: true, deep: { trusted: true, kept: 1 } },
          source: 'trusted = True',
          outputs: [
            {
              data: { 'text/html': '<script>' },
              metadata: { 'text/html': { trusted: true } }
            }
          ]
        }
      ]
    };
    const clean = JSON.stringify(
      harmless(given as unknown as INotebookDocument)
    );
    expect(clean).not.toMatch(/"trusted"|"Trusted"|"signature"/);
    expect(clean).toContain('trusted = True');
    expect(clean).toContain('"kept":1');
    expect(clean).toContain('<script>');
  });

  test.each([
    ['<html>', 'not-json'],
    ['[]', 'not-a-notebook'],
    ['{"nbformat": 4, "cells": [1]}', 'not-a-notebook'],
    ['{"nbformat": 3, "worksheets": []}', 'old-format']
  ])('%s is refused as %s', (text, code) => {
    expect(readNotebook(text)).toMatchObject({ ok: false, code });
  });
});

describe('parameters', () => {
  const set = (given: INotebookDocument): INotebookDocument =>
    withParameters(given, new Map([['obs_id', 'N05L1']]), () => 'an-id');

  test('stand after the notebook’s own, else first', () => {
    expect(order(set(notebook([[], ['parameters'], []])))).toEqual([
      'cell 0',
      'cell 1',
      'ours',
      'cell 2'
    ]);
    expect(order(set(notebook([[], []])))).toEqual([
      'ours',
      'cell 0',
      'cell 1'
    ]);
  });

  test('are replaced, not doubled', () => {
    const once = set(notebook([['parameters'], []]));
    expect(order(set(once))).toEqual(order(once));
  });

  test('get an id exactly where the format has ids', () => {
    expect(set(notebook([])).cells[0].id).toBe('an-id');
    expect(set(notebook([], 4)).cells[0]).not.toHaveProperty('id');
  });
});

test('the origin is found again', () => {
  const origin = {
    service: 'evn',
    label: 'EVN archive',
    name: 'a.ipynb',
    sha256: 'ab',
    opened: '2026-01-01T00:00:00Z'
  };
  expect(originOf(withOrigin(notebook([]), origin).metadata)).toEqual(origin);
  expect(originOf({ esap: 'else' })).toBeUndefined();
});

describe('a folder’s name', () => {
  test.each(['N05L1', 'EB065', '2019.1.00807.S', 'a+b_c-d'])(
    '%s stays',
    name => {
      expect(safeName(name)).toBe(name);
    }
  );

  test.each([
    '../../evil',
    '.bashrc',
    '',
    '..',
    'a/b',
    'a\\b',
    'CON\0',
    'x'.repeat(300),
    'é\u202E'
  ])('%j is mended', name => {
    const safe = safeName(name);
    expect(safe).toMatch(/^[A-Za-z0-9_+-][A-Za-z0-9._+-]*-[0-9a-f]{6}$/);
    expect(safe.length).toBeLessThanOrEqual(80);
  });

  test('two fields that are mended to the same never share a folder', () => {
    expect(safeName('a/b')).not.toBe(safeName('a\\b'));
  });
});
