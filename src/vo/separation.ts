const RADIAN = 180 / Math.PI;

/**
 * Distance on the sky between two directions; all in degrees.
 *
 * Vincenty's formula: exact to rounding at any distance, at the poles and for
 * opposite directions, where the usual ones lose half of their digits.
 */
export function separation(
  ra1: number,
  dec1: number,
  ra2: number,
  dec2: number
): number {
  const [sin1, cos1] = [Math.sin(dec1 / RADIAN), Math.cos(dec1 / RADIAN)];
  const [sin2, cos2] = [Math.sin(dec2 / RADIAN), Math.cos(dec2 / RADIAN)];
  const sinRa = Math.sin((ra2 - ra1) / RADIAN);
  const cosRa = Math.cos((ra2 - ra1) / RADIAN);
  return (
    RADIAN *
    Math.atan2(
      Math.hypot(cos2 * sinRa, cos1 * sin2 - sin1 * cos2 * cosRa),
      sin1 * sin2 + cos1 * cos2 * cosRa
    )
  );
}
