import { isAbort } from './failure';
import { Latest } from './latest';

describe('Latest', () => {
  it('stops the one before when another begins, and the last when told', () => {
    const latest = new Latest();
    expect(latest.signal.aborted).toBe(true);
    const first = latest.begin();
    const second = latest.begin();
    expect([first.aborted, second.aborted]).toEqual([true, false]);
    expect(latest.signal).toBe(second);
    latest.stop();
    expect(second.aborted).toBe(true);
    expect(isAbort(second.reason)).toBe(true);
  });
});
