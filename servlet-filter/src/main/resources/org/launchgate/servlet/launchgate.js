// Keeps a page in its window: its links, forms and requests name the window for which the page was
// made. LaunchFilter serves this file, fills in what stands between @ signs, and leaves out these
// comments and all blanks beside punctuation: no text in quotes may hold such a blank.
(() => {
  'use strict';
  if (window.launchgate?.url) return;
  const root = '@root@', HEADER = 'Launch-Window', STATE = 'Launch-State',
    KEY = 'launchgate' + root, doc = document, here = location, real = fetch;

  // Where the browser forbids storage, the page lives on its tag and address alone.
  let last, stale = 'stale', store = {};
  try { store = sessionStorage; } catch (e) {}

  // What the server wrote into the tag is the window that the page shows, or none. Only a page that
  // the server wrote for no window in particular takes it from its address or, where launches lead
  // to an address that names the window, from its tab.
  const id = doc.currentScript?.dataset.window ??
    (new URLSearchParams(here.search).get('_lw') || @many@ && store[KEY]),
    lg = window.launchgate = { window: /^[\w-]{16}$/.test(id) ? id : '' },

  // An anchor reads an address as the page does, also in a page that is not in UTF-8.
  ours = url => {
    const a = doc.createElement('a');
    a.href = url;
    return lg.window && a.origin === here.origin && (a.pathname + '/').startsWith(root + '/') && a;
  },
  has = a => /[?&]_lw=/.test(a.search),

  // The address with the window's name; one of another application, or named already, as it is.
  named = lg.url = (url, id = lg.window) => {
    const a = ours(url);
    if (!a || has(a)) return url;
    a.search += (a.search ? '&' : '?') + '_lw=' + id;
    return a.href;
  },

  // Each state is told once, when it begins. A window that is stale since another tab launched was
  // changed.
  tell = state => {
    if (state === 'stale') state = stale;
    if (state && state !== last) {
      last = state;
      doc.dispatchEvent(new CustomEvent('launchgate', { detail: { state } }));
    }
  },

  // A form of GET loses the query of its action, so it gets a field.
  ready = (form, by) => {
    const read = name => by?.getAttribute('form' + name) || form.getAttribute(name) || '',
      action = read('action') || here.href,
      field = form.querySelector('[name=_lw]');
    if (!ours(action)) return;
    if (/^post$/i.test(read('method'))) {
      const next = named(action, field ? field.value : lg.window);
      if (by?.getAttribute('formaction')) by.formAction = next;
      else form.setAttribute('action', next);
    } else if (!field) {
      form.append(Object.assign(doc.createElement('input'),
        { type: 'hidden', name: '_lw', value: lg.window }));
    }
  },

  // A link gets its name when it is touched, so that it has it in a new tab, too; one that leads to
  // a place in this page would leave the page by it. A form in a shadow tree is made ready by the
  // click on its button: its submit event does not come up here.
  touch = e => {
    const path = e.composedPath(), link = path.find(n => n.href?.split),
      form = path.find(n => n.localName === 'form');
    if (link && (!/#/.test(link.href) || link.href.split('#')[0] !== here.href.split('#')[0])) {
      const next = named(link.href);
      if (next !== link.href) link.href = next;
    }
    if (form) ready(form, path.find(n => n.form === form));
  },
  sent = e => ready(e.target, e.submitter);
  for (const type of ['pointerdown', 'focusin', 'contextmenu', 'click']) {
    addEventListener(type, touch, true);
  }

  // Before the page's own listeners, and once more after them: they may change the form.
  addEventListener('submit', sent, true);
  addEventListener('submit', sent);
  const forms = HTMLFormElement.prototype, submit = forms.submit,
    xhr = XMLHttpRequest.prototype, open = xhr.open;
  forms.submit = function () {
    ready(this);
    submit.call(this);
  };

  window.fetch = async (input, init) => {
    const a = ours(input.url || input);
    if (!a) return real(input, init);
    const request = new Request(input, init), headers = request.headers;
    if (!has(a) && !headers.has(HEADER)) headers.set(HEADER, lg.window);
    const answer = await real(request);
    tell(answer.headers.get(STATE));
    return answer;
  };
  xhr.open = function (method, url) {
    open.apply(this, arguments);
    const a = ours(url);
    if (!a) return;
    if (!has(a)) this.setRequestHeader(HEADER, lg.window);
    this.addEventListener('load', () => tell(this.getResponseHeader(STATE)), { once: true });
  };

  // Asks only when somebody comes back to the page or another tab has launched, never by a timer:
  // to the session it is a request like any other.
  const tabs = new BroadcastChannel(KEY), check = () => lg.window &&
    real('@script@?state', { headers: { [HEADER]: lg.window } }).then(answer => {
      const state = answer.headers.get(STATE);
      if (!state) stale = 'stale';
      tell(state);
    }, () => {});
  doc.addEventListener('visibilitychange', () => doc.hidden || check());
  addEventListener('pageshow', e => e.persisted && check());
  tabs.onmessage = e => {
    if (e.data === lg.window) return;
    stale = 'changed';
    check();
  };
  if (lg.window && lg.window !== store[KEY]) {
    tabs.postMessage(lg.window);
    store[KEY] = lg.window;
  }
})();
