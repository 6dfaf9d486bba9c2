import { vietnamDay } from '../../../kernel/clock.ts';
import { formatDate } from '../../../kernel/vietnamese/dates.ts';
import { office } from '../../../platform/http/addresses.ts';
import { type ProvenanceOf, registerProvenance } from '../../people/index.ts';
import { provenanceOf } from '../queries/provenance.ts';
import { wizardWords as words } from '../vi/wizard.ts';

/** Tells the page of a person which row of which file each value came from. */
const sources: ProvenanceOf = async (c, person) => {
  const origins = await provenanceOf(c.var.cx, person.id);
  return origins.map(({ field, fileName, rowNumber, at, importPid }) => ({
    field,
    text: words.origin(fileName, String(rowNumber), formatDate(vietnamDay(at))),
    href: office(c.var.place.code, `hoi-vien/nhap/${importPid}`),
  }));
};

export const tellOrigins = (): void => registerProvenance(sources);
