export { visitOffice } from './office.tsx';
export { visitBlock, visitSite } from './site.tsx';
