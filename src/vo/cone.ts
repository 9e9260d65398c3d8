/** A circle on the sky; all in degrees, ICRS. */
export interface ICone {
  readonly ra: number;
  readonly dec: number;
  readonly radius: number;
}
