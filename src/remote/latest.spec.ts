import { isAbort } from './failure';
import { Latest } from './latest';

describe('Latest', () => {
  it('stops the one before when another begins, and the last when told', () => {
    const latest = new Latest();
    const first = latest.begin();
    const second = latest.begin();
    expect([first.aborted, second.aborted]).toEqual([true, false]);
    latest.stop();
    expect(second.aborted).toBe(true);
    expect(isAbort(second.reason)).toBe(true);
  });

  it('lets a retry join what runs, and begin again after a stop', () => {
    const latest = new Latest();
    const search = latest.begin();
    expect(latest.signal).toBe(search);
    latest.stop();
    const retry = latest.signal;
    expect(retry.aborted).toBe(false);
    latest.stop();
    expect(retry.aborted).toBe(true);
  });
});
