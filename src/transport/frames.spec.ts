import { FailureError } from '../remote';
import { FrameParser, type Frame } from './frames';

function frame(type: string, payload: string | Uint8Array = ''): Uint8Array {
  const bytes =
    typeof payload === 'string' ? new TextEncoder().encode(payload) : payload;
  const whole = new Uint8Array(5 + bytes.length);
  whole[0] = type.charCodeAt(0);
  new DataView(whole.buffer).setUint32(1, bytes.length);
  whole.set(bytes, 5);
  return whole;
}

function join(...parts: Uint8Array[]): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.concat(parts));
}

const head = {
  status: 200,
  url: 'https://archive.example.org/tap/sync?é',
  headers: { 'content-type': 'text/xml' }
};
const end = { complete: true, bytes: 7 };
const answer = join(
  frame('K'),
  frame('K', '{"ahead": 3}'),
  frame('H', JSON.stringify(head)),
  frame('D', 'one'),
  frame('K'),
  frame('D'),
  frame('D', 'more'),
  frame('E', JSON.stringify(end))
);

/** What the frames say: data joined, all else in its order. */
function said(frames: Frame[]): unknown[] {
  const all: unknown[] = [];
  let data = '';
  for (const one of frames) {
    if (one.kind === 'data') {
      data += Buffer.from(one.data).toString();
    } else {
      all.push(one);
    }
  }
  return [...all, data];
}

function parse(...chunks: Uint8Array<ArrayBuffer>[]): Frame[] {
  const parser = new FrameParser();
  return chunks.flatMap(chunk => [...parser.push(chunk)]);
}

const expected = [
  { kind: 'alive' },
  { kind: 'alive', ahead: 3 },
  { kind: 'head', head },
  { kind: 'alive' },
  { kind: 'end', end },
  'onemore'
];

describe('FrameParser', () => {
  it('reads an answer cut into two chunks at any byte', () => {
    for (let at = 0; at <= answer.length; at++) {
      expect(said(parse(answer.slice(0, at), answer.slice(at)))).toEqual(
        expected
      );
    }
  });

  it('reads an answer that comes byte by byte', () => {
    expect(
      said(parse(...Array.from(answer, byte => Uint8Array.of(byte))))
    ).toEqual(expected);
  });

  it('hands data on without copying it or waiting for the whole frame', () => {
    const parser = new FrameParser();
    const first = join(
      frame('H', JSON.stringify(head)),
      frame('D', new Uint8Array(100_000)).subarray(0, 50_005)
    );
    const frames = [...parser.push(first)];
    expect(frames).toHaveLength(2);
    const [, data] = frames;
    expect(data.kind === 'data' && data.data.length).toBe(50_000);
    expect(data.kind === 'data' && data.data.buffer).toBe(first.buffer);
  });

  it('knows the last frame', () => {
    const parser = new FrameParser();
    expect([...parser.push(answer.slice(0, -1))].length).toBeGreaterThan(0);
    expect(parser.ended).toBe(false);
    expect([...parser.push(answer.slice(-1))]).toHaveLength(1);
    expect(parser.ended).toBe(true);
  });

  it.each([
    ['a web page', new TextEncoder().encode('<!doctype html><html>')],
    ['data before the head', frame('D', 'x')],
    ['two heads', join(frame('H', JSON.stringify(head)), frame('H', '{}'))],
    ['something after the end', join(answer, frame('K'))],
    ['a head that is not JSON', frame('H', '{')],
    ['a head that is null', frame('H', 'null')],
    ['an end without its word', frame('E', '{}')],
    ['a place in no line', frame('K', '{}')],
    ['a message of 4 GB', Uint8Array.of(0x45, 255, 255, 255, 255)]
  ])('refuses %s', (_, bytes) => {
    expect(() => parse(new Uint8Array(bytes))).toThrow(FailureError);
  });
});
