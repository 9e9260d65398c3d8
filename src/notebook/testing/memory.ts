import type { Contents } from '@jupyterlab/services';

/** The user's files in memory, as JupyterLab's contents manager gives them, by path. */
export function memory(): {
  readonly files: Map<string, string>;
  readonly manager: Contents.IManager;
} {
  const files = new Map<string, string>();
  const folders = new Set(['']);
  const model = (path: string): Partial<Contents.IModel> => ({
    path,
    name: path.split('/').pop(),
    type: folders.has(path)
      ? 'directory'
      : path.endsWith('.ipynb')
        ? 'notebook'
        : 'file',
    last_modified: '2026-11-01T10:00:00Z'
  });
  const inside = (folder: string): string[] =>
    [...folders, ...files.keys()].filter(
      path => path !== '' && path.split('/').slice(0, -1).join('/') === folder
    );
  const manager = {
    get: (path: string) => {
      const content = folders.has(path)
        ? inside(path).map(model)
        : files.get(path);
      return content === undefined
        ? Promise.reject(
            Object.assign(new Error('Not Found'), { response: { status: 404 } })
          )
        : Promise.resolve({ ...model(path), content });
    },
    save: (
      path: string,
      {
        type,
        format,
        content
      }: { type: string; format?: string; content?: string }
    ) => {
      if (type === 'directory') {
        folders.add(path);
      } else if (type === 'file' && format === 'text') {
        files.set(path, content ?? '');
      } else {
        return Promise.reject(new Error(`as a ${type} it would be signed`));
      }
      return Promise.resolve();
    }
  };
  return { files, manager: manager as unknown as Contents.IManager };
}
