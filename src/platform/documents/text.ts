const NOT_IN_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/**
 * Text that any XML file can hold: characters that XML forbids are dropped, half a surrogate pair
 * becomes U+FFFD. Everything else, also NFC or NFD and white space, stays as it is.
 */
export function xmlText(text: string): string {
  return text.toWellFormed().replace(NOT_IN_XML, '');
}
