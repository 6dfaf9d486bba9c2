// A sheet by the keyboard: digits choose a band or an answer, [ and ] lead to the dossier before and after.

const writes = (target: EventTarget | null): boolean =>
  target instanceof HTMLTextAreaElement ||
  (target instanceof HTMLInputElement && target.type !== 'radio' && target.type !== 'checkbox');

function chooseBy(digit: number, target: EventTarget | null): boolean {
  if (!(target instanceof HTMLInputElement) || target.type !== 'radio' || target.form === null)
    return false;
  const group = [...target.form.elements].filter(
    (one): one is HTMLInputElement =>
      one instanceof HTMLInputElement && one.type === 'radio' && one.name === target.name,
  );
  const chosen = group[digit - 1];
  if (chosen === undefined) return false;
  chosen.focus();
  chosen.click();
  return true;
}

function follow(rel: 'prev' | 'next'): boolean {
  const link = document.querySelector<HTMLAnchorElement>(`.sheet-neighbours a[rel="${rel}"]`);
  link?.click();
  return link !== null;
}

/** `save` is called for Ctrl + S. */
export function listenToKeys(save: () => void): void {
  document.addEventListener('keydown', (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key === 's') {
      event.preventDefault();
      save();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || writes(event.target)) return;
    const digit = /^[1-9]$/.test(event.key) ? Number(event.key) : 0;
    const done =
      (digit > 0 && chooseBy(digit, event.target)) ||
      (event.key === '[' && follow('prev')) ||
      (event.key === ']' && follow('next'));
    if (done) event.preventDefault();
  });
}
