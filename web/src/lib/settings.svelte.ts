// What a person likes: kept in this browser only.

type Theme = "system" | "light" | "dark";

class Settings {
  letters = $state(kept("letters", "on") === "on");
  theme = $state<Theme>(kept("theme", "system") as Theme);
  mentions = $state(kept("mentions", "off") === "on");

  constructor() {
    this.show();
  }

  setLetters(on: boolean): void {
    this.letters = on;
    keep("letters", on ? "on" : "off");
  }

  setTheme(theme: Theme): void {
    this.theme = theme;
    keep("theme", theme);
    this.show();
  }

  setMentions(on: boolean): void {
    this.mentions = on;
    keep("mentions", on ? "on" : "off");
  }

  private show(): void {
    if (this.theme === "system") delete document.documentElement.dataset["theme"];
    else document.documentElement.dataset["theme"] = this.theme;
  }
}

function kept(name: string, otherwise: string): string {
  try {
    return localStorage.getItem(`sayso-${name}`) ?? otherwise;
  } catch {
    return otherwise; // storage may be switched off
  }
}

function keep(name: string, value: string): void {
  try {
    localStorage.setItem(`sayso-${name}`, value);
  } catch {
    // Storage may be switched off; the choice then lasts as long as the page.
  }
}

export const settings = new Settings();
