/** A direction in degrees. */
interface IDirection {
  readonly ra: number;
  readonly dec: number;
}

/**
 * Rows of the rotation from galactic to ICRS axes. The galactic system is
 * defined in FK4 at B1950 (Blaauw et al. 1960); these are its axes carried to
 * FK5 at J2000 (pole 192.8594812065348°, 27.12825118085622°, longitude of the
 * celestial pole 122.9319185680026°) and on to ICRS, as astropy does it.
 */
const ROTATION = [
  [-0.05487565771259218, 0.49410943719272665, -0.8676661375596585],
  [-0.8734370519556162, -0.4448297212232957, -0.19807633727300056],
  [-0.4838350736167156, 0.7469821839866677, 0.45598381368730206]
] as const;

const RADIAN = 180 / Math.PI;

/** ICRS right ascension (0 … 360) and declination of galactic coordinates; all in degrees. */
export function icrsFromGalactic(l: number, b: number): IDirection {
  const [cosB, sinB] = [Math.cos(b / RADIAN), Math.sin(b / RADIAN)];
  const axes = [cosB * Math.cos(l / RADIAN), cosB * Math.sin(l / RADIAN), sinB];
  const [x, y, z] = ROTATION.map(row =>
    row.reduce((sum, value, axis) => sum + value * axes[axis], 0)
  );
  const ra = Math.atan2(y, x) * RADIAN;
  return {
    ra: ra < 0 ? ra + 360 : ra,
    dec: Math.atan2(z, Math.hypot(x, y)) * RADIAN
  };
}
