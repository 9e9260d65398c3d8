import { expect, test } from '@jupyterlab/galata';
import { DiscoverPanel } from './panel';
import { expectNothingRan, TROUBLE } from './trouble';

test.use({ baseURL: TROUBLE });

const EVIL = '<img src=x onerror=alert(1)><script>alert(2)</script>';

let dialogs: string[] = [];

test.beforeEach(({ page }) => {
  dialogs = [];
  page.on('dialog', dialog => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
});

test('what services and the profile say is text: rows, errors, labels, details', async ({
  page
}) => {
  const panel = await DiscoverPanel.open(page);
  await expect(panel.root.getByRole('heading').first()).toContainText(
    '<img src=x onerror="window.canary=\'profile\'">'
  );
  await panel.choose("window.canary='label'", '<b>says</b>', 'Web page');
  await panel.search('0 0');
  await expect(panel.messages).toContainText(
    '{{7*7}} <b>says</b> says: “Field query: the disk is full <b>&amp;</b> nobody cares”.'
  );
  await expect(panel.messages).toContainText('Welcome to nginx!');
  for (const details of await panel.button(/^Details: /).all()) {
    await details.click();
  }
  await expect(panel.root.locator('.jp-esap-Details').first()).toContainText(
    'asked: GET http'
  );
  await panel.rows.row('javascript:alert(3)').first().waitFor();
  await panel.rows.row(EVIL).first().click();
  await expect(panel.drawer).toContainText("window.canary='label'");
  const table = await panel.openTable();
  await expect(table.row(EVIL).first()).toBeVisible();
  await expectNothingRan(page, dialogs);
});

test('what is typed is text, whatever it looks like', async ({ page }) => {
  const panel = await DiscoverPanel.open(page);
  await panel.choose('Radio sources');
  await panel.search(EVIL);
  await expect(panel.root).toContainText(/knows this name|be looked up/);
  await expectNothingRan(page, dialogs);
});

test('names of notebooks are text, and lead nowhere else', async ({ page }) => {
  const panel = await DiscoverPanel.open(page);
  await panel.choose('EVN-like archive');
  await panel.search('ES099C');
  await expect(panel.count).toContainText(/[1-9]/);
  await panel.rows
    .row(/ (h|min|s)/)
    .first()
    .click();
  await panel.drawer.getByRole('button', { name: /Open notebook/ }).click();
  await expect(
    panel.root.getByRole('radio', { name: /touch CANARY/ })
  ).toBeVisible();
  await expect(panel.root).toContainText('<b>Notebooks</b> of the archive');
  await expectNothingRan(page, dialogs);
});
