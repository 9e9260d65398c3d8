import { gigahertz, LIGHT } from './bands';

/** In what light is counted. `auto`: as the astronomers of that light do. */
export type Spectral = 'auto' | 'frequency' | 'wavelength' | 'energy';

/** keV · m. */
const KEV_METRE = 1.239841984332e-9;
const FREQUENCIES = [
  [1e9, 'EHz'],
  [1e6, 'PHz'],
  [1e3, 'THz'],
  [1, 'GHz'],
  [1e-3, 'MHz'],
  [1e-6, 'kHz']
] as const;
const LENGTHS = [
  [1, 'm'],
  [1e-2, 'cm'],
  [1e-3, 'mm'],
  [1e-6, 'µm'],
  [1e-9, 'nm'],
  [1e-12, 'pm']
] as const;
const ENERGIES = [
  [1e9, 'TeV'],
  [1e6, 'GeV'],
  [1e3, 'MeV'],
  [1, 'keV'],
  [1e-3, 'eV']
] as const;
const SIZES = [
  [1e15, 'PB'],
  [1e12, 'TB'],
  [1e9, 'GB'],
  [1e6, 'MB'],
  [1e3, 'kB'],
  [1, 'B']
] as const;

type Scale = readonly (readonly [number, string])[];

/** The middle of a range of wavelengths (m): `1.66 GHz`, `18 cm`, `2.0 keV`. */
export function formatLight(
  emMin: number,
  emMax: number,
  as: Spectral = 'auto'
): string {
  if (!(emMin > 0) || !(emMax > 0)) {
    return '';
  }
  const middle = gigahertz(emMin, emMax);
  const length = LIGHT / (middle * 1e9);
  const way =
    as !== 'auto'
      ? as
      : length > 1e-4
        ? 'frequency'
        : length > 1e-8
          ? 'wavelength'
          : 'energy';
  switch (way) {
    case 'frequency':
      return scaled(middle, FREQUENCIES);
    case 'wavelength':
      return scaled(length, LENGTHS);
    case 'energy':
      return scaled(KEV_METRE / length, ENERGIES);
  }
}

/** ObsCore's `access_estsize`, which is in kB (1,000 bytes). */
export function formatKilobytes(kilobytes: number): string {
  return kilobytes >= 0 ? scaled(kilobytes * 1000, SIZES) : '';
}

export function formatBytes(bytes: number): string {
  return bytes >= 0 ? scaled(bytes, SIZES) : '';
}

/** Time on source, in seconds: `4.0 h`, `12 min`, `45 s`. */
export function formatDuration(seconds: number): string {
  if (!(seconds >= 0)) {
    return '';
  }
  if (seconds < 100) {
    return `${three(seconds)} s`;
  }
  return seconds < 3600
    ? `${(seconds / 60).toFixed(0)} min`
    : `${(seconds / 3600).toFixed(1)} h`;
}

/** Distance on the sky, in arcsec: `0.4″`, `2.3′`, `1.2°`. */
export function formatSeparation(arcsec: number): string {
  if (!(arcsec >= 0)) {
    return '';
  }
  if (arcsec < 60) {
    return `${arcsec < 1 ? three(arcsec) : arcsec.toFixed(1)}″`;
  }
  return arcsec < 3600
    ? `${(arcsec / 60).toFixed(1)}′`
    : `${(arcsec / 3600).toFixed(1)}°`;
}

/** In the largest unit that leaves a number above one. */
function scaled(value: number, scale: Scale): string {
  const [size, unit] =
    scale.find(([one]) => value >= one) ?? scale[scale.length - 1];
  const text = three(value / size);
  // 999.9 kB is written as 1 MB.
  const larger = scale[scale.findIndex(([one]) => one === size) - 1];
  return text === '1000' && larger ? `1.00 ${larger[1]}` : `${text} ${unit}`;
}

/** Three digits, and no exponent. */
function three(value: number): string {
  const digits = value === 0 ? 0 : 2 - Math.floor(Math.log10(Math.abs(value)));
  return value.toFixed(Math.min(Math.max(digits, 0), value < 0.01 ? 6 : 2));
}
