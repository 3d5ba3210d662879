import { ValidationService } from 'aspnet-client-validation';

const service = new ValidationService();
const mark = (input, add, remove, bad) => {
  service.swapClasses(input, add, remove);
  if (bad) input.setAttribute('aria-invalid', 'true');
  else input.removeAttribute('aria-invalid');
};
service.highlight = (input, bad, good) => mark(input, bad, good, true);
service.unhighlight = (input, bad, good) => mark(input, good, bad, false);

export const start = () => service.bootstrap({ watch: true });
