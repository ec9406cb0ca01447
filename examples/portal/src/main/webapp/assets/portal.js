// Says at the top of the page when its window is not what it was. launchgate.js raises the event.
const texts = {
  changed: 'Another patient was opened in this browser. This page is not the one in focus any more.',
  stale: 'The patient of this page is no longer in focus. Nothing can be saved from here.',
  ended: 'Your session has ended. Open the patient again from your own system.',
};

document.addEventListener('launchgate', (event) => {
  const banner = document.getElementById('window-state');
  banner.textContent = texts[event.detail.state] || texts.stale;
  banner.hidden = false;
  document.body.classList.add('out-of-focus');
});
