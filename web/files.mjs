// Files in: chosen, dropped anywhere at any time, or pasted.

/**
 * Calls opened(files) for files that arrived, viewChosen(file) for one that was chosen as a view, refused(name, reason) for what
 * is none, and hovering(over) while files are dragged over the page. Gives functions that let the person choose.
 */
export function acceptFiles({ opened, viewChosen, refused, hovering }) {
  const chooser = (id, chosen) => {
    const input = document.getElementById(id);
    input.addEventListener('change', () => {
      const files = [...input.files];
      input.value = ''; // the same file may be chosen again
      if (files.length > 0) chosen(files);
    });
    return () => input.click();
  };

  let depth = 0; // dragenter and dragleave come for every element that is crossed
  const over = (now) => {
    depth = now;
    hovering(depth > 0);
  };
  addEventListener('dragenter', (event) => { event.preventDefault(); over(depth + 1); });
  addEventListener('dragleave', () => over(Math.max(0, depth - 1)));
  addEventListener('dragover', (event) => {
    event.preventDefault();
    event.dataTransfer.dropEffect = 'copy';
  });
  addEventListener('drop', (event) => {
    event.preventDefault();
    over(0);
    takeTransfer(event.dataTransfer);
  });
  addEventListener('paste', (event) => {
    const text = event.clipboardData.getData('text/plain');
    if (event.clipboardData.files.length > 0) {
      event.preventDefault();
      takeTransfer(event.clipboardData);
    } else if (event.target.type === 'search' || text.trim() === '') {
      return; // the field's
    } else if (/^\s*[[{]/.test(text)) {
      opened([new File([text], 'Pasted report.json')]);
    } else {
      refused('', 'The text that was pasted is not a report: that begins with { or [.');
    }
  });

  function takeTransfer(transfer) {
    const folder = [...transfer.items].map((item) => item.webkitGetAsEntry?.()).find((entry) => entry?.isDirectory);
    if (folder) refused(folder.name, 'This is a folder. Drop the report file that is in it.');
    else if (transfer.files.length === 0) refused('', 'What was dropped is not a file. Save the report first, then drop that file.');
    else opened([...transfer.files]);
  }

  return { chooseReport: chooser('files', opened), chooseView: chooser('view-file', ([file]) => viewChosen(file)) };
}
