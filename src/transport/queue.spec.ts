import { isAbort } from '../remote';
import { RequestQueue } from './queue';

const never = new AbortController().signal;

/** Lets everything that can go on go on. */
async function settle(): Promise<void> {
  await new Promise(resolve => setImmediate(resolve));
}

describe('RequestQueue', () => {
  it('runs some at a time, people before background, each in its order', async () => {
    const queue = new RequestQueue(2);
    const began: string[] = [];
    const leave = new Map<string, () => void>();
    const enter = (name: string, background = false): void => {
      void queue.enter(never, background).then(end => {
        began.push(name);
        leave.set(name, end);
      });
    };
    enter('a', true);
    enter('b');
    enter('c', true);
    enter('d', true);
    enter('e');
    enter('f');
    await settle();
    expect(began).toEqual(['a', 'b']);
    expect([queue.running, queue.waiting]).toEqual([2, 4]);
    for (const name of ['a', 'b', 'e', 'f', 'c', 'd']) {
      leave.get(name)?.();
      await settle();
    }
    expect(began).toEqual(['a', 'b', 'e', 'f', 'c', 'd']);
    expect([queue.running, queue.waiting]).toEqual([0, 0]);
  });

  it('counts an end once', async () => {
    const queue = new RequestQueue(1);
    const leave = await queue.enter(never);
    leave();
    leave();
    await queue.enter(never);
    expect(queue.running).toBe(1);
    let second = false;
    void queue.enter(never).then(() => (second = true));
    await settle();
    expect(second).toBe(false);
  });

  it('lets those go that are stopped while they wait', async () => {
    const queue = new RequestQueue(1);
    const leave = await queue.enter(never);
    const stop = new AbortController();
    const waiting = queue.enter(stop.signal);
    const next = queue.enter(never);
    stop.abort();
    const error: unknown = await waiting.catch((reason: unknown) => reason);
    expect(isAbort(error)).toBe(true);
    expect(queue.waiting).toBe(1);
    leave();
    await next;
    const late: unknown = await queue
      .enter(stop.signal)
      .catch((reason: unknown) => reason);
    expect(isAbort(late)).toBe(true);
  });
});
