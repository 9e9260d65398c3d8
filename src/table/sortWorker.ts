import type { ISortWorker } from './sorter';

/** Starts the page's sort worker. A file of its own, so that only a browser's bundle resolves the URL. */
export function startSortWorker(): ISortWorker {
  return new Worker(new URL('./sort.worker.js', import.meta.url), {
    type: 'module',
    name: 'sort'
  });
}
