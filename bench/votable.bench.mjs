// Our VOTable decoder beside astropy and, where STILTS_JAR names it, STILTS: the
// same table, one after the other in turn, each in a process of its own.
//   node bench/votable.bench.mjs [ROWS [RUNS]]
// Prints CPU seconds (start of the program included), peak memory and ratios;
// the answer is checked: rows and, against astropy, every column.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const [rows, runs] = [
  Number(process.argv[2] ?? 100000),
  Number(process.argv[3] ?? 5)
];
const python = process.env.PYTHON ?? 'python3';
const folder = mkdtempSync(join(tmpdir(), 'votable-'));

const readers = {
  ours: file => ['node', join(here, 'votable.mjs'), '--time', file],
  astropy: file => [
    python,
    '-c',
    `import sys; from astropy.io.votable import parse
print(sum(len(t.array) for t in parse(sys.argv[1]).iter_tables()))`,
    file
  ],
  ...(process.env.STILTS_JAR
    ? {
        stilts: file => [
          'java',
          '-jar',
          process.env.STILTS_JAR,
          'tpipe',
          `in=${file}`,
          'ifmt=votable',
          'omode=discard'
        ]
      }
    : {})
};

/** CPU seconds and peak memory of one run, as GNU time or the shell's own measures it. */
function measure(command) {
  // /usr/bin/time is not everywhere; Python's resource module is.
  const script = `import json, resource, subprocess, sys
out = subprocess.run(sys.argv[1:], check=True, capture_output=True, text=True).stdout
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(json.dumps([used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, out[-400:]]))`;
  const answer = spawnSync(python, ['-c', script, ...command], {
    encoding: 'utf8'
  });
  if (answer.status !== 0) {
    throw new Error(answer.stderr.slice(-500));
  }
  return JSON.parse(answer.stdout);
}

const median = values =>
  values.sort((a, b) => a - b)[Math.floor(values.length / 2)];

try {
  execFileSync('node', [join(here, 'make-votable.mjs'), String(rows), folder]);
  const files = ['tabledata', 'binary2', 'obscore'].map(name =>
    join(folder, `${name}.vot`)
  );
  console.log(
    `${rows} rows, median of ${runs}, load ${loadavg()[0].toFixed(1)}`
  );
  for (const file of files) {
    const seconds = {};
    const memory = {};
    for (let run = 0; run < runs; run++) {
      for (const [name, command] of Object.entries(readers)) {
        const [cpu, peak] = measure(command(file));
        (seconds[name] ??= []).push(cpu);
        memory[name] = Math.max(memory[name] ?? 0, peak);
      }
    }
    const ours = median(seconds.ours);
    const figures = Object.keys(readers).map(name => {
      const cpu = median(seconds[name]);
      return `${name} ${cpu.toFixed(2)} s ${memory[name].toFixed(0)} MB${name === 'ours' ? '' : ` (${(cpu / ours).toFixed(1)} ×)`}`;
    });
    console.log(`${file.slice(folder.length + 1)}: ${figures.join(', ')}`);
  }
  console.log(
    execFileSync(python, [join(here, 'votable_check.py'), ...files], {
      encoding: 'utf8'
    }).trim()
  );
} finally {
  rmSync(folder, { recursive: true });
}
