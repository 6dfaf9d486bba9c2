// A form is sent once: the button says so and a second press is ignored (the server ignores it too).
document.addEventListener('submit', (event) => {
  const form = event.target;
  if (event.defaultPrevented || !(form instanceof HTMLFormElement) || form.method !== 'post')
    return;
  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }
  form.dataset.sent = '1';
  const button = event.submitter;
  if (button instanceof HTMLButtonElement) showBusy(button);
});

// Coming back with the browser's back button finds the page as it was left: make it usable again.
window.addEventListener('pageshow', (event) => {
  if (!event.persisted) return;
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-sent]')) {
    delete form.dataset.sent;
  }
  for (const button of document.querySelectorAll<HTMLElement>('[data-idle]')) {
    const words = button.querySelector('span') ?? button;
    words.textContent = button.dataset.idle ?? '';
    button.removeAttribute('aria-disabled');
    delete button.dataset.idle;
  }
});

function showBusy(button: HTMLButtonElement): void {
  button.setAttribute('aria-disabled', 'true');
  const text = button.dataset.busy;
  if (!text) return;
  const words = button.querySelector('span') ?? button;
  button.style.minWidth = `${button.offsetWidth}px`;
  button.dataset.idle = words.textContent;
  words.textContent = text;
}
