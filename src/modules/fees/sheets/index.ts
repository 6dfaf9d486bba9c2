export * from './dues.ts';
export * from './qr.ts';
export * from './receipt.ts';
