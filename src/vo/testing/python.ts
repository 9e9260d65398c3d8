import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '..', '..', '..');

/** The interpreter that has astropy and pyvo: the checkout's own, unless told otherwise. */
function interpreter(): string {
  const own = join(root, '.venv', 'bin', 'python');
  return process.env.ESAP_PYTHON ?? (existsSync(own) ? own : 'python3');
}

/** Runs a script of `services/vo` and gives the JSON that it writes. */
export function askPython<T>(
  script: string,
  args: readonly string[],
  input: unknown = null
): T {
  const answer = spawnSync(
    interpreter(),
    [join(root, 'services', 'vo', script), ...args],
    {
      encoding: 'utf8',
      input: JSON.stringify(input),
      maxBuffer: 1 << 28
    }
  );
  if (answer.status !== 0) {
    throw new Error(`${interpreter()} ${script}: ${answer.stderr}`);
  }
  return JSON.parse(answer.stdout) as T;
}
