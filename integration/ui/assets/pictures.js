// What a mark of a picture says when one points at it, and a picture as PNG, drawn from its SVG by this browser.
function tips(host) {
  let tip = host.querySelector(":scope > .tip");
  if (!tip) {
    tip = document.createElement("div");
    tip.className = "tip";
    tip.setAttribute("aria-hidden", "true");
    host.appendChild(tip);
  }
  host.onpointerover = (event) => {
    const words = event.target.closest?.("[data-tip]")?.dataset.tip;
    tip.hidden = !words;
    if (!words) return;
    tip.textContent = words;
    // Measured, for a container may count from itself where a page counts from the screen.
    tip.style.left = tip.style.top = "0";
    const at = tip.getBoundingClientRect();
    const left = Math.max(Math.min(event.clientX + 14, innerWidth - at.width - 8), 8);
    const top = event.clientY + 18 + at.height < innerHeight ? event.clientY + 18 : event.clientY - at.height - 10;
    tip.style.left = `${left - at.left}px`;
    tip.style.top = `${top - at.top}px`;
  };
  host.onpointerleave = () => { tip.hidden = true; };
  tip.hidden = true;
}

async function asPng(button) {
  const answer = await fetch(button.parentElement.dataset.svg);
  const picture = new Image();
  picture.src = URL.createObjectURL(new Blob([await answer.text()], { type: "image/svg+xml" }));
  await picture.decode();
  const canvas = document.createElement("canvas");
  canvas.width = picture.naturalWidth * 2;
  canvas.height = picture.naturalHeight * 2;
  canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
  canvas.toBlob((made) => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(made);
    link.download = button.dataset.png;
    link.click();
    URL.revokeObjectURL(link.href);
    URL.revokeObjectURL(picture.src);
  });
}
