/** Metres a second (exact). */
export const LIGHT = 299792458;

/** A band as radio astronomers call it; limits in GHz. */
export interface IBand {
  readonly letter: string;
  readonly from: number;
  readonly to: number;
  /** As people say it who think in wavelengths. */
  readonly centimetres: string;
}

/** After the receivers of VLA and EVN; what lies between has no letter. */
export const BANDS: readonly IBand[] = [
  { letter: 'P', from: 0.22, to: 0.5, centimetres: '90' },
  { letter: 'UHF', from: 0.5, to: 1, centimetres: '49' },
  { letter: 'L', from: 1, to: 2, centimetres: '21, 18' },
  { letter: 'S', from: 2, to: 4, centimetres: '13' },
  { letter: 'C', from: 4, to: 8, centimetres: '6, 5' },
  { letter: 'X', from: 8, to: 12, centimetres: '3.6' },
  { letter: 'Ku', from: 12, to: 18, centimetres: '2' },
  { letter: 'K', from: 18, to: 26.5, centimetres: '1.3' },
  { letter: 'Ka', from: 26.5, to: 40, centimetres: '0.9' },
  { letter: 'Q', from: 40, to: 50, centimetres: '0.7' },
  { letter: 'W', from: 75, to: 110, centimetres: '0.3' }
];

/** The band in which the middle of a range of wavelengths (m) lies; undefined outside of all. */
export function bandOf(emMin: number, emMax: number): IBand | undefined {
  const middle = gigahertz(emMin, emMax);
  return BANDS.find(band => middle >= band.from && middle < band.to);
}

/** The middle of a range of wavelengths (m), as a frequency in GHz. */
export function gigahertz(emMin: number, emMax: number): number {
  return (LIGHT / emMin + LIGHT / emMax) / 2e9;
}

/** Wavelengths of a band in m, the shorter first. */
export function wavelengths(band: IBand): readonly [number, number] {
  return [LIGHT / (band.to * 1e9), LIGHT / (band.from * 1e9)];
}
