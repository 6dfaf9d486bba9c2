/** What every sample is called by, so that nobody takes it for the rules of a province. */
export const sampleLabel = 'Mẫu tham khảo';
