// Runs where it stands, before what follows is laid out: on wide screens the contents are open.
if (matchMedia('(min-width: 64rem)').matches)
  document.querySelector('.contents details').open = true;
