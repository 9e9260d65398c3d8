import { expect, type IJupyterLabPageFixture, test } from '@jupyterlab/galata';
import type { Locator } from '@playwright/test';
import { DiscoverPanel } from './panel';

/** Searches an experiment and opens the choice of notebooks for one of its rows. */
async function choose(
  page: IJupyterLabPageFixture,
  experiment: string
): Promise<DiscoverPanel> {
  const panel = await DiscoverPanel.open(page);
  await panel.choose('EVN-like archive');
  await panel.search(experiment);
  await expect(panel.count).toContainText(/[1-9]/);
  await panel.rows
    .row(/ (h|min|s)/)
    .first()
    .click();
  await panel.drawer.getByRole('button', { name: /Open notebook/ }).click();
  return panel;
}

interface INotebook {
  path: string;
  text: string;
}

/** The notebooks that were written, as text. */
async function written(page: IJupyterLabPageFixture): Promise<INotebook[]> {
  return page.evaluate(async () => {
    const { contents } = window.jupyterapp.serviceManager;
    const found: INotebook[] = [];
    const look = async (folder: string): Promise<void> => {
      for (const { path, type } of (await contents.get(folder)).content) {
        if (type === 'directory') {
          await look(path);
        } else if (path.endsWith('.ipynb')) {
          const { content } = await contents.get(path, {
            type: 'file',
            format: 'text',
            content: true
          });
          found.push({ path, text: content });
        }
      }
    };
    await look('');
    return found;
  });
}

test.afterEach(async ({ page }) => {
  await page.evaluate(async () => {
    const { contents } = window.jupyterapp.serviceManager;
    for (const { path, type } of (await contents.get('')).content) {
      if (type === 'directory' && /^[A-Z0-9]+$/.test(path)) {
        await contents.delete(path);
      }
    }
  });
});

test('all notebooks of an experiment are offered; the chosen one opens with its parameters and no kernel', async ({
  page
}) => {
  const panel = await choose(page, 'N05L1');
  const offers = panel.root.getByRole('radio', { name: /ipynb/ });
  await expect(offers).toHaveCount(3);
  await panel.root.getByRole('radio', { name: /imaging.ipynb/ }).click();
  await expect(panel.button('Open')).not.toHaveAttribute(
    'aria-disabled',
    'true'
  );
  await panel.button('Open').click();
  await page.getByRole('tab', { name: /imaging.ipynb/ }).waitFor();
  await expect(page.getByText('niter = 100').first()).toBeVisible();
  await expect(page.getByText(/obs_id = "N05L1"/).first()).toBeVisible();
  const kernels = await page.evaluate(async () => {
    const { sessions } = window.jupyterapp.serviceManager;
    await sessions.refreshRunning();
    return [...sessions.running()].length;
  });
  expect(kernels).toBe(0);
  const [notebook] = (await written(page)).filter(one =>
    one.path.includes('imaging')
  );
  expect(notebook.path).toMatch(/N05L1\/imaging\.ipynb$/);
});

test('an edited copy comes first, and a fresh one is a second file', async ({
  page
}) => {
  const panel = await choose(page, 'N05L1');
  await panel.root.getByRole('radio', { name: /imaging.ipynb/ }).click();
  await panel.button('Open').click();
  await page.getByText('niter = 100').first().click();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+End');
  await page.keyboard.type('\nniter = 7');
  await page.keyboard.press('Control+s');
  await expect
    .poll(async () => (await written(page)).map(one => one.text).join())
    .toContain('niter = 7');
  await panel.drawer.getByRole('button', { name: /Open notebook/ }).click();
  await expect(panel.root.getByRole('radio').first()).toHaveAccessibleName(
    /imaging.ipynb.*Yours, edited/
  );
  await panel.root
    .getByRole('radio', { name: /imaging.ipynb.*Notebooks of the archive/ })
    .click();
  await panel.button('Open').click();
  await page.getByRole('tab', { name: /imaging_1.ipynb/ }).waitFor();
  const texts = await written(page);
  expect(texts.filter(one => one.text.includes('niter = 7'))).toHaveLength(1);
  expect(texts).toHaveLength(2);
});

test('a hostile notebook arrives untrusted, alone, and runs nothing', async ({
  page
}) => {
  const panel = await choose(page, 'ES099C');
  await panel.root.getByRole('radio', { name: /trusted.ipynb/ }).click();
  await panel.button('Open').click();
  await page.getByRole('tab', { name: /trusted.ipynb/ }).waitFor();
  await page.locator('.jp-Notebook .jp-Cell').first().waitFor();
  expect(await page.title()).not.toContain('CANARY');
  const [notebook] = (await written(page)).filter(one =>
    one.path.includes('trusted')
  );
  expect(notebook.text).not.toMatch(/"trusted": true|"signature"/);
  const files = await page.evaluate(async () => {
    const { contents } = window.jupyterapp.serviceManager;
    const folder = await contents.get('ES099C');
    return folder.content.map((one: { name: string }) => one.name);
  });
  expect(files).toEqual(['trusted.ipynb']);
});

test('a query goes into the notebook in front as code, and its cell counts the same rows', async ({
  page
}) => {
  test.setTimeout(120000);
  await page.notebook.createNew();
  const panel = await DiscoverPanel.open(page);
  await panel.choose('EVN-like archive');
  await panel.search('N05L1');
  await expect(panel.count).toContainText('56 rows');
  await panel.button('As code').click();
  await expect(panel.root).toContainText(/Inserted below the active cell/);
  await panel.button('As code').click();
  await expect(panel.root).toContainText(/Replaced the earlier cell/);
  await page.notebook.run();
  await expect(page.locator('.jp-OutputArea-output').last()).toContainText(
    '56'
  );
});

test('by keyboard alone: from the box to the open notebook', async ({
  page
}) => {
  const panel = await DiscoverPanel.open(page);
  await panel.choose('EVN-like archive');
  await panel.box.focus();
  await page.keyboard.type('N05L1');
  await page.keyboard.press('Enter');
  await expect(panel.count).toContainText('56 rows');
  const tabTo = async (reached: () => Promise<boolean>): Promise<void> => {
    for (let i = 0; i < 20 && !(await reached()); i++) {
      await page.keyboard.press('Tab');
    }
    expect(await reached()).toBe(true);
  };
  const isFocused = (part: Locator): Promise<boolean> =>
    part.evaluate(node => node.contains(document.activeElement));
  await tabTo(() => isFocused(panel.rows.root));
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await expect(panel.drawer).toContainText('N05L1');
  const open = panel.drawer.getByRole('button', { name: /Open notebook/ });
  await tabTo(() => isFocused(open));
  await page.keyboard.press('Enter');
  const chosen = panel.root.getByRole('radio', { name: /imaging.ipynb/ });
  await expect(chosen).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(open).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(chosen).toHaveAttribute('aria-checked', 'true');
  await tabTo(() => isFocused(chosen));
  await page.keyboard.press('Enter');
  await page.getByRole('tab', { name: /imaging.*ipynb/ }).waitFor();
});
