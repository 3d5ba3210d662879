// Candidates get the few helpers their pages use; the rest is loaded where a page asks for it.
import './menus.js';
import './theme.js';
import './fields.js';
import './drafts.js';
import './confirm.js';
import './send-once.js';
import { toast } from './toasts.js';
import * as dom from './dom.js';

dom.whenever('[data-val="true"]', async () => (await import('./validation.js')).start());
dom.whenever('[hx-get], [hx-post]', async () => (await import('./htmx-setup.js')).start({ ...dom, toast }));
