document.documentElement.classList.add('js');
try {
  const t = localStorage.getItem('biaolian-theme');
  if (t === 'light' || t === 'dark') document.documentElement.dataset.theme = t;
} catch {}
