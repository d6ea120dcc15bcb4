using System.Text.Json;

namespace Bimer.Blazor.Shell.Frame;

/// <summary>One shortcut: what is typed, what it does, and the word for it in the help.</summary>
/// <param name="Keys">Values of <c>KeyboardEvent.key</c>, so that Q and F keyboards agree: "c", "g k" (one after the other), "Ctrl+Enter".</param>
/// <param name="Word">Name of the sentence in ShellWords.</param>
/// <param name="Go">An address to follow; with an act, where the page has nothing that does it.</param>
/// <param name="Act">A button of the page marked <c>data-act="…"</c>; "next" and "previous" move through links marked <c>data-row</c>, "pick" and "pick-range" tick the box beside one.</param>
/// <param name="InFields">Also while typing; only for keys with Ctrl.</param>
public sealed record KeyRow(string Keys, string Word, string? Go = null, string? Act = null, bool InFields = false)
{
    /// <summary>It does something to what is on the page: the palette offers it too.</summary>
    public bool IsOffered => Act is not (null or "palette" or "next" or "previous" or "pick-range");
}

/// <summary>The only list of shortcuts: the help is drawn from it and keys.js obeys it.</summary>
public static class KeyTable
{
    public static readonly IReadOnlyList<KeyRow> Rows =
    [
        new("?", "KeyHelp", Act: "help"),
        new("Ctrl+k", "KeyPalette", Act: "palette", InFields: true),
        new("g m", "KeyDesk", Go: Addresses.Home),
        new("g g", "KeyMyInbox", Go: Addresses.MyInbox),
        new("g k", "KeyUnitInbox", Go: Addresses.UnitInbox),
        new("g a", "KeyBelow", Go: Addresses.Below),
        new("g t", "KeyFollowed", Go: Addresses.Followed),
        new("g o", "KeyApprovals", Go: Addresses.Approvals),
        new("g y", "KeyRegister", Go: Addresses.RegisterLetter),
        new("/", "KeySearch", Go: Addresses.Search, Act: "search"),
        new("j", "KeyNext", Act: "next"),
        new("k", "KeyPrevious", Act: "previous"),
        new("Enter", "KeyOpen"),
        new("x", "KeyPick", Act: "pick"),
        new("X", "KeyPickRange", Act: "pick-range"),
        new("a", "KeyPickAll", Act: "pick-all"),
        new("Escape", "KeyPickEnd", Act: "pick-end"),
        new("f", "KeyFilter", Act: "filter"),
        new("m", "KeyWords", Act: "words"),
        new("u", "KeyBack", Act: "back"),
        new("c", "KeyReply", Act: "reply"),
        new("s", "KeyForward", Act: "forward"),
        new("b", "KeyHold", Act: "hold"),
        new("i", "KeyReturn", Act: "return"),
        new("r", "KeyRecall", Act: "recall"),
        new("o", "KeyAcknowledge", Act: "acknowledge"),
        new("p", "KeyReport", Act: "report"),
        new(".", "KeyCopy", Act: "copy"),
        new("t", "KeyFollow", Act: "follow"),
        new("d", "KeyDescribe", Act: "describe"),
        new("y", "KeyClock", Act: "clock"),
        new("z", "KeyUndo", Act: "undo"),
        new("v", "KeyDifference", Act: "difference"),
        new("n", "KeyNextLetter", Act: "next-letter"),
        new("Ctrl+Enter", "KeySend", Act: "send", InFields: true),
    ];

    /// <summary>The table as keys.js reads it, from an attribute: the page escapes it like any other.</summary>
    public static readonly string Json = JsonSerializer.Serialize(
        Rows.Where(r => r.Go is not null || r.Act is not null).Select(r => new { keys = r.Keys, go = r.Go, act = r.Act, inFields = r.InFields }));

    /// <summary>What stands on the button that does this.</summary>
    public static string? KeysFor(string act) => Rows.FirstOrDefault(r => string.Equals(r.Act, act, StringComparison.Ordinal))?.Keys;
}
