export { decodeText } from './decode.ts';
export { encodingOfFont } from './fonts.ts';
export { encodingJudge } from './judge.ts';
export type {
  EncodingCandidate,
  EncodingEvidence,
  EncodingJudge,
  EncodingVerdict,
  FontCount,
} from './judge-types.ts';
export { nameCase } from './name-case.ts';
export type { TextEncoding } from './types.ts';
