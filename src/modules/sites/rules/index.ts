export * from './addresses.ts';
export * from './banners.ts';
export * from './blocks.ts';
export * from './domains.ts';
export * from './order.ts';
export * from './quotes.ts';
export * from './redirects.ts';
export * from './rooms.ts';
