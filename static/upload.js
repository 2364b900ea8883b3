// Files of a form: pictures are made smaller on the device, progress is shown, and what a cut connection did not take is sent again by itself,
// each file with a key of its own, so that what had arrived makes no second one. Without this file the form brings the originals.
// data-upload says how a form is sent: "each" each file by itself to the form's address; "after" the form first, and each file then to the address
// that it led to with data-then behind it; "whole" the form with its one file.
{
  const words = document.querySelector('[data-upload-words]').dataset;
  const told = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
  const answerOk = 200;
  const tryAgainMs = 4000;

  /** Unguessable, and there without https too. */
  const newKey = () =>
    [...crypto.getRandomValues(new Uint8Array(16))]
      .map((byte) => byte.toString(16).padStart(2, '0'))
      .join('');

  /** A picture drawn anew, upright, at most so long, as a JPEG; the file itself where it is no picture, cannot be drawn, or is smaller. */
  async function smaller(file, longest) {
    if (!/^image\/(jpeg|png|hei[cf])$/.test(file.type) && !/\.hei[cf]$/i.test(file.name))
      return file;
    try {
      const picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
      const scale = Math.min(1, longest / Math.max(picture.width, picture.height));
      const canvas = document.createElement('canvas');
      canvas.width = Math.max(1, Math.round(picture.width * scale));
      canvas.height = Math.max(1, Math.round(picture.height * scale));
      const context = canvas.getContext('2d');
      context.fillStyle = '#fff';
      context.fillRect(0, 0, canvas.width, canvas.height);
      context.drawImage(picture, 0, 0, canvas.width, canvas.height);
      picture.close();
      const blob = await new Promise((done) => canvas.toBlob(done, 'image/jpeg', 0.85));
      // A PNG of writing stays as sharp as it is, unless it is large.
      if (!blob || blob.size >= file.size) return file;
      return new File([blob], `${file.name.replace(/\.\w+$/, '')}.jpg`, { type: 'image/jpeg' });
    } catch {
      return file;
    }
  }

  /** Sends a form's data. @returns the status, 0 where there was no answer, and what was answered */
  const send = (address, data, receipt, progress) =>
    new Promise((done) => {
      const request = new XMLHttpRequest();
      request.open('POST', address);
      request.setRequestHeader('accept', 'application/json');
      if (receipt) request.setRequestHeader('x-receipt', receipt);
      request.upload.addEventListener('progress', ({ loaded, total }) => progress(loaded / total));
      request.addEventListener('load', () =>
        done({ status: request.status, text: request.responseText }),
      );
      for (const ending of ['error', 'abort', 'timeout'])
        request.addEventListener(ending, () => done({ status: 0, text: '' }));
      request.send(data);
    });

  /** What a page says is wrong. */
  function faultsIn(text) {
    const page = new DOMParser().parseFromString(text, 'text/html');
    const summary = [...page.querySelectorAll('[data-error-summary] li')];
    const said = summary.length > 0 ? summary : [...page.querySelectorAll('main h1, main p')];
    return said.map((line) => line.textContent.trim()).join(' ');
  }

  function watch(form) {
    const input = form.querySelector('input[type="file"]');
    const how = form.dataset.upload;
    const longest = Number(input.dataset.longest);
    const list = document.createElement('ul');
    const bar = document.createElement('progress');
    const status = document.createElement('p');
    const again = document.createElement('button');
    let chosen = [];
    let making = Promise.resolve();
    let sending = false;
    let wake = () => {};

    list.className = 'chosen-files';
    bar.hidden = true;
    bar.max = 1;
    bar.setAttribute('aria-label', words.making);
    status.className = 'hint upload-status';
    status.setAttribute('role', 'status');
    again.type = 'button';
    again.hidden = true;
    again.className = 'button-secondary';
    again.textContent = words.retry;
    again.addEventListener('click', () => wake());
    addEventListener('online', () => wake());
    input.after(list, bar, status, again);
    addEventListener('beforeunload', (event) => {
      if (sending) event.preventDefault();
    });

    function show() {
      list.replaceChildren(
        ...chosen.map((item) => {
          const line = document.createElement('li');
          line.append(item.file.name);
          if (input.multiple && !sending) {
            const off = document.createElement('button');
            off.type = 'button';
            off.className = 'link-button';
            off.textContent = '×';
            off.setAttribute('aria-label', told(words.takeOff, { name: item.file.name }));
            off.addEventListener('click', () => {
              chosen = chosen.filter((other) => other !== item);
              show();
            });
            line.append(' ', off);
          }
          return line;
        }),
      );
      const bytes = chosen.reduce((sum, { file }) => sum + file.size, 0);
      const size = (bytes / 1024 / 1024).toFixed(1);
      status.textContent = chosen.length > 0 ? told(words.ready, { n: chosen.length, size }) : '';
    }

    input.addEventListener('change', () => {
      const files = [...input.files];
      // A phone's camera gives one at a time: those chosen before stay.
      const before = input.multiple ? chosen : [];
      if (files.length === 0) return;
      making = making.then(async () => {
        status.textContent = words.making;
        const made = [];
        // One after the other: a phone has little memory.
        for (const file of files) made.push({ key: newKey(), file: await smaller(file, longest) });
        chosen = [...before, ...made];
        if (input.multiple) input.value = '';
        show();
      });
    });

    const pause = () =>
      new Promise((done) => {
        const timer = setTimeout(done, tryAgainMs);
        wake = () => {
          clearTimeout(timer);
          done();
        };
      });

    /** Sends until there is an answer that says something. */
    async function sendOn(address, data, receipt, count) {
      for (;;) {
        bar.hidden = false;
        again.hidden = true;
        const answer = await send(address, data, receipt, (part) => {
          bar.value = part;
          const percent = Math.round(part * 100);
          status.textContent = told(words.now, { ...count, percent });
        });
        if (answer.status === answerOk || ![0, 429, 502, 503, 504].includes(answer.status))
          return answer;
        status.textContent = told(words.cut, { ...count, done: count.done - 1 });
        again.hidden = false;
        await pause();
      }
    }

    /** The form without its files, or with one. */
    function dataOf(key, file) {
      const data = new FormData(form);
      data.delete('file');
      if (key) data.set('_key', key);
      if (file) data.append('file', file, file.name);
      return data;
    }

    async function sendAll() {
      await making;
      let then = form.action;
      let href = null;
      let receipt = null;
      const all = chosen.length;
      if (how === 'after') {
        const answer = await sendOn(form.action, dataOf(null, null), null, {
          done: 1,
          all: all + 1,
        });
        // Its page says what is wrong, with all that was typed; photos are chosen again there.
        if (answer.status !== answerOk) return form.submit();
        ({ href, receipt } = JSON.parse(answer.text));
        then = href + form.dataset.then;
      }
      const refused = [];
      const extra = how === 'after' ? 1 : 0;
      for (const [at, { key, file }] of chosen.entries()) {
        const count = { done: at + 1 + extra, all: all + extra };
        const ownKey = how === 'whole' ? null : key;
        const answer = await sendOn(then, dataOf(ownKey, file), receipt, count);
        if (answer.status === answerOk) ({ href, receipt } = JSON.parse(answer.text));
        else refused.push(faultsIn(answer.text));
      }
      bar.hidden = true;
      sending = false;
      if (refused.length > 0) {
        status.textContent = words.refused + refused.join(' ');
        status.classList.add('error');
        chosen = [];
        list.replaceChildren();
        delete form.dataset.sent;
        for (const button of form.querySelectorAll('button'))
          button.removeAttribute('aria-disabled');
        if (how === 'whole' || href === null) return;
        // What arrived is on its page; what did not was said here, and stays to be read.
        const link = document.createElement('a');
        link.href = href;
        link.textContent = words.goOn;
        status.append(' ', link);
        return;
      }
      location.assign(href);
    }

    form.addEventListener('submit', (event) => {
      // Another address of the same form, or nothing chosen: the form goes as it is.
      if (event.submitter?.hasAttribute('formaction') || event.defaultPrevented) return;
      if (chosen.length === 0 && input.files.length === 0) return;
      event.preventDefault();
      if (sending) return;
      sending = true;
      form.dataset.sent = 'yes';
      for (const button of form.querySelectorAll('button[type="submit"]'))
        button.setAttribute('aria-disabled', 'true');
      sendAll();
    });
  }

  for (const form of document.querySelectorAll('form[data-upload]')) watch(form);
}
