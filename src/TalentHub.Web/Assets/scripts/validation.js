import { ValidationService } from 'aspnet-client-validation';

const service = new ValidationService();
const mark = (input, add, remove, bad) => {
  service.swapClasses(input, add, remove);
  if (bad) input.setAttribute('aria-invalid', 'true');
  else input.removeAttribute('aria-invalid');
};
service.highlight = (input, bad, good) => mark(input, bad, good, true);
service.unhighlight = (input, bad, good) => mark(input, good, bad, false);

// What stops a form is always said. A field whose page gave it no place for that gets one here.
const say = service.addError.bind(service);
service.addError = (input, message) => {
  if (input.form && !service.getMessageFor(input)?.length) {
    const place = document.createElement('p');
    place.className = 'field-error';
    place.id = `${input.id || input.name}-says`;
    place.dataset.valmsgFor = input.name;
    input.setAttribute('aria-describedby', `${input.getAttribute('aria-describedby') ?? ''} ${place.id}`.trim());
    (input.closest('.field') ?? input.parentElement).append(place);
    service.pushValidationMessageSpan(input.form, place);
  }
  say(input, message);
};

// A Chinese keyboard writes １２０ where 120 is meant.
document.addEventListener('change', event => {
  const field = event.target;
  if (field.matches?.('input[data-val-number], input[inputmode]')) field.value = field.value.normalize('NFKC');
}, true);

export const start = () => service.bootstrap({ watch: true });
