export { bundleWords } from './pages.ts';
export { permissionNames } from './permissions.ts';
export { verifyWords } from './verify.ts';
