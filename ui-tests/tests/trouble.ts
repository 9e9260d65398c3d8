import { expect, type IJupyterLabPageFixture } from '@jupyterlab/galata';
import type { Request } from '@playwright/test';

/** The server whose site is in trouble; see `profile-trouble.yaml`. */
export const TROUBLE = `http://127.0.0.1:${process.env.TROUBLE_PORT}`;

/** The requests to our server part from now on, in their order. */
export function ours(page: IJupyterLabPageFixture, path = ''): Request[] {
  const seen: Request[] = [];
  page.on('request', request => {
    if (
      new RegExp(`^/jupyterlab-esap/${path}`).test(
        new URL(request.url()).pathname
      )
    ) {
      seen.push(request);
    }
  });
  return seen;
}

interface ILeftovers {
  readonly nodes: number;
  readonly listeners: number;
  /** Of objects and of what they hold outside the heap, such as rows. */
  readonly bytes: number;
}

/** Gives a function that counts what is still held after the garbage is gone. */
export async function leftovers(
  page: IJupyterLabPageFixture
): Promise<() => Promise<ILeftovers>> {
  // Galata's page is a proxy, and no page to Playwright.
  const [real] = page.context().pages();
  const chromium = await page.context().newCDPSession(real);
  return async () => {
    // What ends in one round frees what goes in the next.
    for (let round = 0; round < 3; round++) {
      await chromium.send('HeapProfiler.collectGarbage');
    }
    const { nodes, jsEventListeners } = await chromium.send(
      'Memory.getDOMCounters'
    );
    const { usedSize, backingStorageSize } = await chromium.send(
      'Runtime.getHeapUsage'
    );
    return {
      nodes,
      listeners: jsEventListeners,
      bytes: usedSize + backingStorageSize
    };
  };
}

/** What would have been run if a text had been taken for code. */
export async function expectNothingRan(
  page: IJupyterLabPageFixture,
  dialogs: readonly string[]
): Promise<void> {
  expect(dialogs).toEqual([]);
  expect(await page.evaluate('window.canary')).toBeUndefined();
  const acting = [
    'img[src="x"]',
    'a[href^="javascript:"]',
    '[onerror]',
    '.jp-esap-Shell script',
    '.jp-esap-Tab script',
    '.jp-esap-Message b'
  ];
  await expect(page.locator(acting.join())).toHaveCount(0);
}
