// Files that were dropped, also out of folders.

const MOST = 2_000; // files taken at once

export async function dropped(transfer: DataTransfer | null): Promise<File[]> {
  if (!transfer) return [];
  // Entries must be asked for at once: the transfer is empty after the event.
  const entries = [...transfer.items]
    .map((one) => one.webkitGetAsEntry())
    .filter((one) => one !== null);
  if (!entries.length) return [...transfer.files];
  const files: File[] = [];
  const waiting: FileSystemEntry[] = entries;
  for (let entry = waiting.shift(); entry && files.length < MOST; entry = waiting.shift()) {
    if (entry.name.startsWith(".")) continue;
    if (entry.isFile) files.push(await fileOf(entry as FileSystemFileEntry));
    else waiting.push(...(await inside(entry as FileSystemDirectoryEntry)));
  }
  return files;
}

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((found, failed) => entry.file(found, failed));
}

async function inside(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  // A reader gives at most 100 entries a time.
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((found, failed) =>
      reader.readEntries(found, failed),
    );
    if (!some.length || all.length > MOST) return all;
    all.push(...some);
  }
}
