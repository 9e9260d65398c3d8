import { execFileSync } from 'child_process';
import { pythonAssignment, pythonLiteral, type Value } from './python';

/** The checkout's own Python, or any. */
const PYTHON = process.env.ESAP_PYTHON ?? 'python3';

const HOSTILE: Value[] = [
  "Barnard's Star",
  'He said "core"',
  'back\\slash\\',
  'two\nlines\r\nand\u2028more\u2029',
  '"""triple"""',
  '%%bash\nrm -rf ~',
  '!ls',
  '{braces} %s $HOME',
  'M 87 α \u{1F52D}',
  '\u202Egnp.exe',
  '\0\x07\x1b[31m',
  '',
  '\ud800 half a pair',
  0,
  1e-300,
  1e21,
  123456789012345680000n,
  -42,
  0.1,
  true,
  false,
  null,
  ['a', ['b', null], { 'k"ey': [1, 2] }]
];

test('Python reads every literal as the value that was meant', () => {
  const code = HOSTILE.map(value => pythonLiteral(value));
  for (const line of code) {
    expect(line).toMatch(/^[\x20-\x7e]+$/);
  }
  const program =
    'import ast, json, sys\n' +
    'print(json.dumps([ast.literal_eval(line) for line in json.load(sys.stdin)]))';
  const read = JSON.parse(
    execFileSync(PYTHON, ['-c', program], {
      input: JSON.stringify(code),
      encoding: 'utf8'
    })
  ) as unknown[];
  expect(read).toEqual(
    JSON.parse(
      JSON.stringify(HOSTILE, (_, value: unknown) =>
        typeof value === 'bigint' ? Number(value) : value
      )
    )
  );
});

test('what JSON can not say is said in Python', () => {
  expect([-0, NaN, Infinity, -Infinity].map(pythonLiteral)).toEqual([
    '-0.0',
    'float("nan")',
    'float("inf")',
    'float("-inf")'
  ]);
});

test('a name that is no name is a fault of ours', () => {
  expect(() => pythonAssignment('a = 1; b', 1)).toThrow();
  expect(pythonAssignment('obs_id', 'N05L1')).toBe('obs_id = "N05L1"');
});
