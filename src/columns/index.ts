export * from './batch';
export * from './cell';
export * from './column';
export * from './rows';
