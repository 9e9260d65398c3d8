import type { DiscoverModel } from './model';
import type { Search } from './search';
import type { IForm } from './state';

/**
 * Fills the panel's form and searches. Undefined where nothing could be asked:
 * a name that means several places, no profile; the panel says which.
 */
export async function repeat(
  model: DiscoverModel,
  form: IForm
): Promise<Search | undefined> {
  await opened(model);
  if (model.state.site.state === 'failed') {
    await model.readSite();
  }
  model.edit(form);
  const before = model.state.search;
  await model.search();
  const { search } = model.state;
  return search === before ? undefined : search;
}

/** Resolves once the model has read what was kept, and the profile: earlier it would take the form back. */
async function opened(model: DiscoverModel): Promise<void> {
  const { state } = model.state.site;
  if (state === 'idle' || state === 'loading') {
    await new Promise<void>(resolve => {
      model.stateChanged.connect(function once() {
        model.stateChanged.disconnect(once);
        resolve();
      });
    });
    await opened(model);
  }
}
