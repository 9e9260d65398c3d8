import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

it('reaches no package from the worker', () => {
  const folder = mkdtempSync(join(tmpdir(), 'worker-'));
  const meta = join(folder, 'meta.json');
  // In a process of its own: esbuild does not take jest's globals for real.
  execFileSync(process.execPath, [
    require.resolve('esbuild/bin/esbuild'),
    join(__dirname, 'decoder.worker.ts'),
    '--bundle',
    '--packages=external',
    '--log-level=error',
    `--metafile=${meta}`,
    `--outfile=${join(folder, 'worker.js')}`
  ]);
  const { outputs } = JSON.parse(readFileSync(meta, 'utf8')) as {
    outputs: Record<string, { imports: { path: string }[] }>;
  };
  const imports = Object.values(outputs).flatMap(output => output.imports);
  rmSync(folder, { recursive: true });
  expect(imports).toEqual([]);
});
