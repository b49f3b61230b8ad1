const form = document.querySelector('form');
form.addEventListener('submit', event => {
  event.preventDefault();
  document.body.dataset.sent = 'yes';
});
document.querySelector('button').addEventListener('click', event => {
  document.body.dataset.clicks = event.isTrusted ? 'trusted' : 'forged';
});
