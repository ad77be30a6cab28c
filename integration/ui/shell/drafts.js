// Drafts: what is typed stays in this browser until it is saved or thrown away, sealed with a key that the server gives to one person alone.
// It listens before there is a field, keeps at each key, and each life of a page keeps for itself: no tab writes over another's.
{
  const KEPT = "ineen.kept/", OLD = 60 * 86_400_000, SOON = 30;
  const life = `${Date.now()}-${Math.random().toString(36).slice(2, 10)}`;
  const lifeOf = (name) => name.slice(KEPT.length).split("/")[1] ?? "";
  // Held until this page is gone, which tells others that nobody types here any more.
  navigator.locks?.request(`ineen.life/${life}`, () => new Promise(() => {}));

  const words = { in: new TextEncoder(), out: new TextDecoder() };
  const bytesOf = (text) => Uint8Array.from(atob(text), (one) => one.charCodeAt(0));
  const textOf = (bytes) => btoa(Array.from(bytes, (one) => String.fromCharCode(one)).join(""));

  class Drafts {
    own = new Map();
    opened = new Map();
    ended = new Set();
    asked = new Set();
    tag = "";

    // Who reads this page, once the server has said it; what was typed until then was typed by them.
    known({ tag, key }) {
      if (tag === this.tag) return;
      if (this.tag) this.own.clear();
      this.tag = tag;
      this.opened.clear();
      this.cipher = tag && cipher.managedNonce(cipher.xchacha20poly1305)(bytesOf(key));
      for (const scope of this.own.keys()) this.write(scope);
      this.tidy();
      this.tell();
    }

    tell() {
      document.dispatchEvent(new Event("ineen-drafts"));
    }

    get(scope) {
      return this.own.get(scope)?.typed ?? {};
    }

    keep(scope, typed) {
      const one = this.own.get(scope) ?? { number: this.own.size };
      this.own.set(scope, { ...one, at: Date.now(), typed });
      this.write(scope);
    }

    write(scope) {
      if (!this.tag) return;
      const { number, at, typed } = this.own.get(scope);
      const name = `${KEPT}${this.tag}/${life}/${number}`;
      if (Object.keys(typed).length) this.put(name, { at, scope, typed });
      else this.drop(name);
    }

    put(name, draft) {
      const sealed = textOf(this.cipher.encrypt(words.in.encode(JSON.stringify(draft))));
      const others = this.names().filter((one) => lifeOf(one) !== life).sort((one, other) => (lifeOf(one) < lifeOf(other) ? 1 : -1));
      // A browser that is full lets go of what is oldest; one that keeps nothing still has what the session holds.
      while (!this.stored(name, sealed) && others.length) this.drop(others.pop());
    }

    stored(name, sealed) {
      try {
        localStorage.setItem(name, sealed);
        return true;
      } catch {
        return false;
      }
    }

    drop(name) {
      try {
        localStorage.removeItem(name);
      } catch {
        // As above.
      }
    }

    // Of one draft what was put back or thrown away goes, and the rest stays.
    without(draft, gone) {
      const typed = Object.fromEntries(Object.entries(draft.typed).filter(([one]) => !gone.includes(one)));
      if (Object.keys(typed).length) this.put(draft.name, { at: draft.at, scope: draft.scope, typed });
      else this.drop(draft.name);
      this.tell();
    }

    names() {
      try {
        return Object.keys(localStorage).filter((name) => name.startsWith(KEPT));
      } catch {
        return [];
      }
    }

    // What pages that are gone kept of this reader, the newest first.
    left(scope) {
      if (!this.tag) return [];
      const names = this.names().filter((name) => name.startsWith(`${KEPT}${this.tag}/`) && lifeOf(name) !== life && this.hasEnded(lifeOf(name)));
      return names.map((name) => this.open(name)).filter((one) => one?.scope === scope).sort((one, other) => other.at - one.at);
    }

    hasEnded(other) {
      if (!navigator.locks) return true;
      if (!this.asked.has(other)) {
        this.asked.add(other);
        // It is ours as soon as that page is gone, and at once where it is.
        navigator.locks.request(`ineen.life/${other}`, () => {
          this.ended.add(other);
          this.tell();
        });
      }
      return this.ended.has(other);
    }

    open(name) {
      const sealed = localStorage.getItem(name);
      if (this.opened.get(name)?.sealed !== sealed) {
        let draft = null;
        try {
          draft = { ...JSON.parse(words.out.decode(this.cipher.decrypt(bytesOf(sealed)))), name };
        } catch {
          // Another secret of the server, or no text of ours.
        }
        this.opened.set(name, { sealed, draft });
      }
      return this.opened.get(name).draft;
    }

    tidy() {
      for (const name of this.names()) if (!(Date.now() - parseInt(lifeOf(name)) < OLD)) this.drop(name);
      try {
        // What an older version kept could be read by whoever came next.
        for (const name of Object.keys(localStorage)) if (name.startsWith("ineen.draft/")) this.drop(name);
      } catch {
        // As above.
      }
    }
  }

  const drafts = new Drafts();
  let waits;
  const soon = () => {
    waits ??= setTimeout(() => {
      waits = undefined;
      drafts.tell();
    }, SOON);
  };
  addEventListener("storage", (event) => event.key?.startsWith(KEPT) && soon());
  window.ineen = { drafts, soon };
}
