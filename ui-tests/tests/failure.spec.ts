import { expect, test } from '@jupyterlab/galata';
import { DiscoverPanel } from './panel';
import { leftovers, ours, TROUBLE } from './trouble';

test.use({ baseURL: TROUBLE });

const PROFILE = '**/jupyterlab-esap/profile*';
const CODE = '**/extensions/jupyterlab-esap/static/*.js*';
const HANGING = [1, 2, 3, 4, 5, 6, 7, 8].map(n => `Hangs ${n}`);

test('without the network a search says so; once it is back, Retry works', async ({
  page,
  context
}) => {
  const panel = await DiscoverPanel.open(page);
  await panel.choose('Radio sources');
  await panel.radius.fill('30');
  // The first time even the code that asks is missing.
  for (const said of [
    /did not come: the Jupyter server cannot be reached/,
    'The Jupyter server cannot be reached.'
  ]) {
    await context.setOffline(true);
    await panel.again('0 0');
    await expect(panel.messages).toContainText(said);
    await context.setOffline(false);
    await panel.button('Retry Radio sources').press('Enter');
    await expect(panel.count).toContainText('3 rows');
    await expect(panel.messages).toHaveCount(0);
    // The button is gone; who pressed it is still in the panel.
    await expect(panel.root.locator(':focus')).toHaveCount(1);
  }
});

test('without our server part the panel says what is missing, and looks again', async ({
  page
}) => {
  await page.route(PROFILE, route => route.fulfill({ status: 404, body: '' }));
  await page.sidebar.openTab('jp-esap-discover');
  const panel = new DiscoverPanel(page);
  await expect(panel.root).toContainText(
    'The server part of jupyterlab-esap is not there, or not enabled. It is installed with: pip install jupyterlab-esap.'
  );
  await page.unroute(PROFILE);
  await panel.button('Retry').click();
  await panel.service('Radio sources').waitFor();
});

test('a profile that is slow keeps nobody from typing, and loses nothing', async ({
  page
}) => {
  let release: () => void = () => undefined;
  const held = new Promise<void>(resolve => (release = resolve));
  await page.route(PROFILE, async route => {
    await held;
    await route.continue();
  });
  await page.sidebar.openTab('jp-esap-discover');
  const panel = new DiscoverPanel(page);
  await expect(panel.root).toContainText('Reading the profile …');
  await panel.box.fill('0 0');
  await panel.radius.fill('31');
  release();
  await panel.service('Radio sources').waitFor();
  await expect(panel.box).toHaveValue('0 0');
  await expect(panel.radius).toHaveValue('31');
});

test('a panel whose code does not come says so, and comes when it is opened again', async ({
  page
}) => {
  await page.route(CODE, route => route.abort());
  await page.sidebar.openTab('jp-esap-discover');
  const panel = new DiscoverPanel(page);
  await expect(panel.root).toContainText('The panel could not be loaded');
  await page.unroute(CODE);
  await page.sidebar.openTab('filebrowser');
  await DiscoverPanel.open(page);
});

test('a worker that does not start is said in a sentence, and tried again', async ({
  page
}) => {
  const panel = await DiscoverPanel.open(page);
  await panel.choose('Radio sources');
  // All other code is there after a first search; each search has a worker of its own.
  await panel.search('0 0');
  await expect(panel.count).toContainText('3 rows');
  await page.route(CODE, route => route.abort());
  await panel.again('0 0');
  await expect(panel.messages).toContainText(
    'The browser did not start the worker that reads answers.'
  );
  await page.unroute(CODE);
  await panel.button('Retry Radio sources').click();
  await expect(panel.count).toContainText('3 rows');
});

test('eight services that hang take four connections; a notebook is saved meanwhile', async ({
  page
}) => {
  await page.notebook.createNew();
  const panel = await DiscoverPanel.open(page);
  await panel.choose(...HANGING);
  const asked = ours(page, 'relay/');
  await panel.search('0 0');
  for (const label of HANGING) {
    await expect(panel.state(label)).toContainText('searching');
  }
  await page.notebook.setCell(0, 'code', 'x = 1');
  await page.notebook.save();
  await expect(panel.state('Hangs 8')).toContainText('searching');
  expect(asked).toHaveLength(4);
  await panel.button('Stop').click();
  await expect(panel.state('Hangs 8')).toContainText('stopped');
  // What waited is not sent after all.
  await panel.choose('Radio sources');
  await panel.search('0 0');
  await expect(panel.count).toContainText('3 rows');
  expect(asked).toHaveLength(5);
});

test('a service that asks to wait is not asked before that', async ({
  page
}) => {
  const panel = await DiscoverPanel.open(page);
  await panel.choose('Busy service');
  const asked = ours(page, 'relay/');
  await panel.search('0 0');
  const retry = panel.button(/^Retry Busy service in \d+ s$/);
  await expect(retry).toHaveAttribute('aria-disabled', 'true');
  await expect(panel.messages).toContainText('It asks to wait 17 s.');
  await retry.press('Enter');
  await expect(panel.messages).toContainText(/Retry in ([1-9]|1[0-5]) s/);
  expect(asked).toHaveLength(1);
});

test('thirty searches leave nothing behind', async ({ page }) => {
  test.setTimeout(120000);
  const panel = await DiscoverPanel.open(page);
  await panel.choose('Radio sources', 'Many rows', '<b>says</b>');
  const search = async (times: number): Promise<void> => {
    for (let i = 0; i < times; i++) {
      // One after the other has another count, so none is taken for the one before.
      const [box, rows] = i % 2 ? ['0 0', '5,003'] : ['49.95 41.51', '5,001'];
      await panel.again(box);
      await expect(panel.count).toContainText(rows);
    }
  };
  const left = await leftovers(page);
  await panel.search('0 0');
  await expect(panel.count).toContainText('5,003');
  // Much is made once, or fills up to its limit.
  await search(10);
  const before = await left();
  await search(30);
  const after = await left();
  // One search has some hundred nodes and half a megabyte of rows, thirty are far beyond this;
  // JupyterLab itself adds some listeners, once.
  expect(after.nodes - before.nodes).toBeLessThan(500);
  expect(after.listeners - before.listeners).toBeLessThan(250);
  expect(after.bytes - before.bytes).toBeLessThan(3_000_000);
  // What reads answers ends with them; what sorts may stay, once.
  expect(page.workers().length).toBeLessThanOrEqual(1);
});

test.describe('before the page', () => {
  test.use({ autoGoto: false });

  test('where our server part says nothing of itself, the panel is there and says what is missing', async ({
    page
  }) => {
    await page.route(PROFILE, route => route.fulfill({ status: 404 }));
    await page.route(/\/lab(?!\/(?:api|extensions)\/)/, async route => {
      if (route.request().resourceType() !== 'document') {
        return route.fallback();
      }
      const response = await route.fetch();
      const body = (await response.text()).replace('"esap":', '"gone":');
      return route.fulfill({ response, body });
    });
    await page.goto();
    await page.sidebar.openTab('jp-esap-discover');
    const panel = new DiscoverPanel(page);
    await expect(panel.root).toContainText('pip install jupyterlab-esap');
    await panel.button(/^Details: /).click();
    await expect(panel.root.locator('.jp-esap-Details')).toContainText(
      'versions: jupyterlab-esap (no server part)'
    );
  });

  test('nothing is asked by itself for ten minutes, neither shown nor hidden', async ({
    page
  }) => {
    await page.clock.install();
    await page.goto();
    const panel = await DiscoverPanel.open(page);
    await panel.choose('Radio sources');
    await panel.search('0 0');
    await expect(panel.messages).toHaveCount(0);
    await panel.rows.root.waitFor();
    const asked = ours(page);
    let other = 0;
    page.on('request', () => other++);
    await page.clock.runFor('05:00');
    await page.sidebar.openTab('filebrowser');
    await page.clock.runFor('05:00');
    // JupyterLab itself has asked things meanwhile: the time did pass.
    expect(other).toBeGreaterThan(0);
    expect(asked).toEqual([]);
  });
});
