export * from './batch';
export * from './buffers';
export * from './cell';
export * from './column';
export * from './rows';
