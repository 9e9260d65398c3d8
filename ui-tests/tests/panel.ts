import type { IJupyterLabPageFixture } from '@jupyterlab/galata';
import type { Locator, Page } from '@playwright/test';
import { Rows } from './rows';

/** The Discover panel as a person meets it: everything by role and name. */
export class DiscoverPanel {
  constructor(private readonly _page: Page) {}

  /** Opens the panel in the side bar of Galata's page, at the width that it is made for. */
  static async open(page: IJupyterLabPageFixture): Promise<DiscoverPanel> {
    await page.sidebar.openTab('jp-esap-discover');
    await page.sidebar.setWidth(300, 'left');
    const panel = new DiscoverPanel(page);
    await panel.box.waitFor();
    await panel.service('Radio sources').waitFor();
    return panel;
  }

  get root(): Locator {
    return this._page.locator('#jp-esap-discover');
  }

  get box(): Locator {
    return this.root.getByRole('textbox', {
      name: 'Position, name or experiment'
    });
  }

  get radius(): Locator {
    return this.root.getByRole('textbox', { name: 'within' });
  }

  get unit(): Locator {
    return this.root.getByRole('combobox', { name: 'Unit of the radius' });
  }

  service(label: string): Locator {
    return this.root.getByRole('checkbox', { name: label });
  }

  button(name: string | RegExp): Locator {
    return this.root.getByRole('button', { name });
  }

  /** The rows in two lines each. */
  get rows(): Rows {
    return new Rows(this._page, this.root.getByLabel('Rows found'));
  }

  get drawer(): Locator {
    return this.root.getByRole('complementary', { name: 'Chosen rows' });
  }

  get messages(): Locator {
    return this.root.locator('.jp-esap-Messages');
  }

  /** What the line of a service says of its state, while the form is not folded. */
  state(label: string): Locator {
    return this.root.locator('.jp-esap-Services label', { hasText: label });
  }

  /** The count of rows, once the search has ended. */
  get count(): Locator {
    return this.root.locator('.jp-esap-Count', { hasText: /in [0-9.]+ s/ });
  }

  /** Shows the whole form again, where it was folded after a search. */
  async unfold(): Promise<void> {
    await this.root.locator('.jp-esap-Fold[aria-expanded=false]').click();
  }

  /** Ticks exactly these services. */
  async choose(...labels: string[]): Promise<void> {
    for (const box of await this.root
      .locator('.jp-esap-Services')
      .getByRole('checkbox')
      .all()) {
      await box.setChecked(false);
    }
    for (const label of labels) {
      await this.service(label).setChecked(true);
    }
  }

  /** Fills the form and asks; the answer is not waited for. */
  async search(box: string, radius = '30'): Promise<void> {
    await this.box.fill(box);
    await this.radius.fill(radius);
    await this.box.press('Enter');
  }

  /** Asks with another box and all else as it is, also where the form is folded. */
  async again(box: string): Promise<void> {
    await this.box.fill(box);
    await this.box.press('Enter');
  }

  /** Opens the search as a table in the main area. */
  async openTable(): Promise<Rows> {
    await this.button('Open as table').click();
    const table = new Rows(
      this._page,
      this._page.locator('#jp-main-dock-panel').getByLabel('Rows found')
    );
    await table.root.waitFor();
    return table;
  }
}
