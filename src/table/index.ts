export * from './localTable';
export * from './selection';
export * from './source';
export * from './view';
