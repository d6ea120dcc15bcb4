using System.Text.Json;

namespace Bimer.Blazor.Shell.Frame;

/// <summary>One shortcut: what is typed, what it does, and the word for it in the help.</summary>
/// <param name="Keys">Values of <c>KeyboardEvent.key</c>, so that Q and F keyboards agree: "c", "g k" (one after the other), "Ctrl+Enter". Empty where a key of somebody's own took its place.</param>
/// <param name="Word">Name of the sentence in ShellWords; what somebody chose for themselves is kept by it.</param>
/// <param name="Go">An address to follow; with an act, where the page has nothing that does it.</param>
/// <param name="Act">A button of the page marked <c>data-act="…"</c>; "next" and "previous" move through links marked <c>data-row</c>, "pick" and "pick-range" tick the box beside one.</param>
/// <param name="InFields">Also while typing; only for keys with Ctrl.</param>
public sealed record KeyRow(string Keys, string Word, string? Go = null, string? Act = null, bool InFields = false)
{
    /// <summary>It does something to what is on the page: the palette offers it too.</summary>
    public bool IsOffered => Act is not (null or "palette" or "next" or "previous" or "pick-range");

    /// <summary>What it does depends on the screen: the palette calls it what the button there is called.</summary>
    public bool IsNamedByItsButton => Act is "send" or "second";

    /// <summary>Letters and signs alone, which speech input and a slip of the hand press too: these can be changed and switched off (WCAG 2.1.4).</summary>
    public bool IsOfCharacters => !Keys.StartsWith("Ctrl+", StringComparison.Ordinal) && Keys is not ("Enter" or "Escape");
}

/// <param name="Word">Name of the heading in ShellWords.</param>
/// <param name="Rows">What stands under it in the help.</param>
public sealed record KeySection(string Word, IReadOnlyList<KeyRow> Rows);

/// <summary>The only list of shortcuts: the help is drawn from it, keys.js and the palette obey it. What a person changed is laid over it (<see cref="KeyChoice"/>).</summary>
public static class KeyTable
{
    public static readonly IReadOnlyList<KeySection> Sections =
    [
        new("KeysAnywhere",
        [
            new("?", "KeyHelp", Act: "help"),
            new("Ctrl+k", "KeyPalette", Act: "palette", InFields: true),
            new("/", "KeySearch", Go: Addresses.Search, Act: "search"),
            new("Ctrl+Enter", "KeySend", Act: "send", InFields: true),
            new("Ctrl+Shift+Enter", "KeySecond", Act: "second", InFields: true),
            new("z", "KeyUndo", Act: "undo"),
            new("u", "KeyBack", Act: "back"),
        ]),
        new("KeysGoing",
        [
            new("g m", "KeyDesk", Go: Addresses.Home),
            new("g g", "KeyMyInbox", Go: Addresses.MyInbox),
            new("g b", "KeyOnHold", Go: Addresses.OnHold),
            new("g c", "KeyReplied", Go: Addresses.Replied),
            new("g s", "KeyForwarded", Go: Addresses.Forwarded),
            new("g i", "KeyReturned", Go: Addresses.Returned),
            new("g n", "KeySubmitted", Go: Addresses.Submitted),
            new("g d", "KeySentBack", Go: Addresses.SentBack),
            new("g t", "KeyFollowed", Go: Addresses.Followed),
            new("g k", "KeyUnitInbox", Go: Addresses.UnitInbox),
            new("g a", "KeyBelow", Go: Addresses.Below),
            new("g o", "KeyApprovals", Go: Addresses.Approvals),
            new("g l", "KeySignMany", Go: Addresses.Bundles),
            new("g y", "KeyRegister", Go: Addresses.RegisterLetter),
            new("g f", "KeyRegisterFax", Go: Addresses.RegisterFax),
            new("g e", "KeyRegisterEmail", Go: Addresses.RegisterEmail),
            new("g p", "KeyRegisterPhone", Go: Addresses.RegisterPhone),
            new("g h", "KeyRegisterInPerson", Go: Addresses.RegisterInPerson),
            new("g u", "KeyUncertain", Go: Addresses.Uncertain),
            new("g v", "KeyVerifyPrint", Go: Addresses.VerifyPrint),
            new("g r", "KeyTemplates", Go: Addresses.Templates),
            new("g j", "KeyCatalogue", Go: Addresses.Catalogue),
            new("g x", "KeyHolidays", Go: Addresses.Holidays),
            new("g z", "KeyInformationYear", Go: Addresses.InformationYear),
        ]),
        new("KeysList",
        [
            new("j", "KeyNext", Act: "next"),
            new("k", "KeyPrevious", Act: "previous"),
            new("Enter", "KeyOpen"),
            new("f", "KeyFilter", Act: "filter"),
            new("m", "KeyWords", Act: "words"),
            new("w", "KeyViews", Act: "views"),
            new("W", "KeyColumns", Act: "columns"),
            new("x", "KeyPick", Act: "pick"),
            new("X", "KeyPickRange", Act: "pick-range"),
            new("a", "KeyPickAll", Act: "pick-all"),
            new("Escape", "KeyPickEnd", Act: "pick-end"),
        ]),
        new("KeysCase",
        [
            new("t", "KeyFollow", Act: "follow"),
            new("T", "KeyFollowUnit", Act: "follow-unit"),
            new("h", "KeyHide", Act: "hide"),
            new("b", "KeyHold", Act: "hold"),
            new("c", "KeyReply", Act: "reply"),
            new("s", "KeyForward", Act: "forward"),
            new("p", "KeyReport", Act: "report"),
            new("i", "KeyReturn", Act: "return"),
            new("r", "KeyRecall", Act: "recall"),
            new("o", "KeyAcknowledge", Act: "acknowledge"),
            new("l", "KeyReveal", Act: "reveal"),
            new("e", "KeyEarlier", Act: "earlier"),
            new("d", "KeyDescribe", Act: "describe"),
            new("y", "KeyClock", Act: "clock"),
            new("N", "KeyGlance", Act: "glance"),
            new("q", "KeyExclude", Act: "exclude"),
            new("Q", "KeyLift", Act: "lift"),
            new(".", "KeyCopy", Act: "copy"),
            new("v", "KeyDifference", Act: "difference"),
            new("n", "KeyNextLetter", Act: "next-letter"),
        ]),
    ];

    public static readonly IReadOnlyList<KeyRow> Rows = [.. Sections.SelectMany(section => section.Rows)];

    /// <summary>As keys.js reads it, from an attribute: the page escapes it like any other.</summary>
    public static string Json(KeyChoice choice) => JsonSerializer.Serialize(
        Rows.Select(choice.Of).Where(r => r.Keys.Length > 0 && (r.Go is not null || r.Act is not null)).Select(r => new { keys = r.Keys, go = r.Go, act = r.Act, inFields = r.InFields }));

    /// <summary>The row of an act.</summary>
    public static KeyRow? RowOf(string act) => Rows.FirstOrDefault(r => string.Equals(r.Act, act, StringComparison.Ordinal));
}
