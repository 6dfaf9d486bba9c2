import type { BandsPart, PointsPart, Rubric, VotesPart } from '../content/index.ts';

/** A part of points, in whole ones unless said otherwise. */
export const points = (key: string, max: number, own: Partial<PointsPart> = {}): PointsPart => ({
  key,
  label: key,
  help: null,
  kind: 'points',
  max,
  step: 1,
  weight: 1,
  comment: 'none',
  ...own,
});

/** Criterion 1 of the initiative sheet of Sơn La: one band is chosen, nothing new is nothing. */
export const novelty: BandsPart = {
  key: 'moi',
  label: 'Tính mới',
  help: null,
  kind: 'bands',
  bands: [
    { label: 'hoàn toàn mới', from: 27, to: 30 },
    { label: 'cải tiến khá', from: 21, to: 26 },
    { label: 'trung bình', from: 16, to: 20 },
    { label: 'ít', from: 1, to: 15 },
    { label: 'không mới, sao chép', from: 0, to: 0 },
  ],
  step: 1,
  weight: 1,
  zeroFails: true,
  comment: 'none',
};
/** A sheet of these parts. */
export const sheet = (...parts: Rubric['parts']): Rubric => ({
  key: 'phieu',
  name: 'Phiếu',
  basis: null,
  pass: null,
  parts,
});

/** 80 of the council and 20 of the public, as the contest of Thái Nguyên in 2025. */
export const vote: VotesPart = {
  key: 'binh-chon',
  label: 'Bình chọn',
  help: null,
  kind: 'votes',
  max: 20,
  decimals: 1,
};
export const innovation = sheet(
  points('doi-moi', 20, { step: 0.5 }),
  points('hieu-qua', 30, { step: 0.5 }),
  points('ap-dung', 30, { step: 0.5 }),
  vote,
);
