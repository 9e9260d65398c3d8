import type { TranslationBundle } from '@jupyterlab/translation';
import type { Message } from '@lumino/messaging';
import { PanelLayout, Widget } from '@lumino/widgets';

/**
 * The empty widget that stands in the side bar from the start. What it shows,
 * with all code and style that belongs to it, comes when it is first shown.
 */
export class DiscoverShell extends Widget {
  constructor(
    private readonly _trans: TranslationBundle,
    private readonly _make: () => Promise<Widget>
  ) {
    super();
    this.addClass('jp-esap-Shell');
    this.layout = new PanelLayout();
  }

  protected override onBeforeShow(msg: Message): void {
    super.onBeforeShow(msg);
    void this._fill();
  }

  protected override onActivateRequest(): void {
    void this._fill().then(() => {
      (this.layout as PanelLayout).widgets[0]?.activate();
    });
  }

  /** Makes the panel once; after a failure the next show tries again. */
  private async _fill(): Promise<void> {
    this._filled ??= this._make().then(
      panel => {
        if (this.isDisposed) {
          panel.dispose();
          return;
        }
        this.node.replaceChildren();
        (this.layout as PanelLayout).addWidget(panel);
      },
      () => {
        this._filled = undefined;
        // The network was away when the code of the panel was asked for.
        this.node.textContent = this._trans.__(
          'The panel could not be loaded. Is the server still there? Open the panel again to try once more.'
        );
      }
    );
    return this._filled;
  }

  private _filled: Promise<void> | undefined;
}
