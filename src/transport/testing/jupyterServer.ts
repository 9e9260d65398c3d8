import { ServerConnection } from '@jupyterlab/services';
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** A real Jupyter server with our server part, on a profile that the test writes. */
export class JupyterServer {
  static async start(profile: object): Promise<JupyterServer> {
    const folder = mkdtempSync(join(tmpdir(), 'esap-jupyter-'));
    const file = join(folder, 'profile.yaml');
    // JSON is YAML.
    writeFileSync(file, JSON.stringify(profile));
    const config = join(folder, 'server.json');
    const extensions = { jupyterlab_esap: true };
    writeFileSync(
      config,
      JSON.stringify({ ServerApp: { jpserver_extensions: extensions } })
    );
    const port = await freePort();
    const root = resolve(__dirname, '../../..');
    const child = spawn(
      process.env.ESAP_PYTHON ?? join(root, '.venv/bin/python'),
      [
        '-m',
        'jupyter_server',
        '--no-browser',
        '--allow-root',
        '--ServerApp.ip=127.0.0.1',
        `--ServerApp.port=${port}`,
        '--ServerApp.port_retries=0',
        '--ServerApp.base_url=/user/ada/',
        `--ServerApp.root_dir=${folder}`,
        `--config=${config}`
      ],
      {
        cwd: root,
        env: {
          ...process.env,
          ESAP_PROFILE: file,
          JUPYTER_TOKEN: 'a-token-of-this-test',
          JUPYTER_CONFIG_DIR: join(folder, 'config'),
          JUPYTER_DATA_DIR: join(folder, 'data'),
          JUPYTER_RUNTIME_DIR: join(folder, 'runtime')
        },
        stdio: ['ignore', 'ignore', 'pipe']
      }
    );
    const server = new JupyterServer(child, folder, port);
    await server._ready();
    return server;
  }

  private constructor(
    private readonly _child: ChildProcess,
    private readonly _folder: string,
    port: number
  ) {
    this.settings = ServerConnection.makeSettings({
      baseUrl: `http://127.0.0.1:${port}/user/ada/`,
      token: 'a-token-of-this-test'
    });
    this._child.stderr?.on('data', (text: Buffer) => {
      this._log += text.toString();
    });
  }

  readonly settings: ServerConnection.ISettings;

  async stop(): Promise<void> {
    if (this._child.exitCode === null) {
      const exited = new Promise(done => this._child.once('exit', done));
      this._child.kill('SIGKILL');
      await exited;
    }
    rmSync(this._folder, { recursive: true, force: true });
  }

  private async _ready(): Promise<void> {
    for (;;) {
      if (this._child.exitCode !== null) {
        throw new Error(`The Jupyter server ended:\n${this._log}`);
      }
      const answer = await fetch(`${this.settings.baseUrl}api`).catch(
        () => null
      );
      if (answer?.ok) {
        return;
      }
      await new Promise(again => setTimeout(again, 50));
    }
  }

  private _log = '';
}

function freePort(): Promise<number> {
  return new Promise(resolve => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}
